// Areas whose rule is disputed, drawn coarsely (a tenth of a degree or so) by gesta's authors from general knowledge: to say that a line is in dispute, not
// where it runs. `from` and `to` are the years of the dispute; none for one that goes on. Corners are longitude and latitude, degrees WGS 84.

export interface Disputed {
  readonly name: string;
  readonly from: number;
  readonly to: number | null;
  readonly ring: readonly (readonly [number, number])[];
}

export const DISPUTED: readonly Disputed[] = [
  { name: "Crimea", from: 2014, to: null, ring: [[32.5, 45.4], [33.6, 46.1], [35.0, 45.7], [36.6, 45.4], [35.4, 45.0], [33.9, 44.4], [33.4, 44.6], [33.4, 45.1], [32.5, 45.4]] },
  { name: "Donbas, Zaporizhzhia and Kherson, occupied parts", from: 2014, to: null, ring: [[39.8, 49.6], [38.3, 49.2], [37.7, 48.3], [36.6, 47.5], [35.0, 47.3], [33.4, 46.7], [34.0, 46.1], [35.3, 46.3], [37.0, 46.9], [38.2, 47.1], [38.8, 47.8], [39.9, 48.0], [40.2, 49.0], [39.8, 49.6]] },
  { name: "Nagorno-Karabakh", from: 1991, to: 2023, ring: [[46.2, 40.3], [46.9, 40.3], [47.2, 39.9], [47.0, 39.5], [46.5, 39.5], [46.3, 39.8], [46.2, 40.3]] },
  { name: "Abkhazia", from: 1992, to: null, ring: [[40.0, 43.4], [40.7, 43.5], [41.6, 43.2], [42.1, 42.8], [41.6, 42.4], [41.0, 42.9], [40.0, 43.4]] },
  { name: "South Ossetia", from: 1991, to: null, ring: [[43.5, 42.6], [44.2, 42.6], [44.5, 42.3], [44.2, 42.1], [43.8, 42.1], [43.5, 42.6]] },
  { name: "Transnistria", from: 1990, to: null, ring: [[28.9, 48.1], [29.2, 47.9], [29.6, 47.3], [29.9, 46.7], [29.6, 46.6], [29.3, 47.2], [28.9, 47.8], [28.9, 48.1]] },
  { name: "Northern Cyprus", from: 1974, to: null, ring: [[32.8, 35.2], [33.4, 35.4], [34.5, 35.7], [34.0, 35.1], [33.6, 35.0], [33.3, 35.2], [32.8, 35.2]] },
  { name: "Kosovo", from: 1999, to: null, ring: [[20.1, 42.7], [20.8, 43.2], [21.4, 42.9], [21.7, 42.5], [21.1, 42.2], [20.6, 41.9], [20.4, 42.4], [20.1, 42.7]] },
  { name: "Golan Heights", from: 1967, to: null, ring: [[35.65, 33.25], [35.8, 33.3], [35.85, 32.9], [35.7, 32.7], [35.63, 32.9], [35.65, 33.25]] },
  { name: "West Bank", from: 1967, to: null, ring: [[35.2, 32.5], [35.55, 32.4], [35.5, 31.6], [35.0, 31.35], [34.95, 31.8], [35.2, 32.5]] },
  { name: "Gaza Strip", from: 1967, to: null, ring: [[34.22, 31.32], [34.49, 31.6], [34.56, 31.54], [34.37, 31.3], [34.27, 31.22], [34.22, 31.32]] },
  { name: "Western Sahara", from: 1975, to: null, ring: [[-8.7, 27.7], [-13.2, 27.7], [-14.8, 25.6], [-17.0, 21.3], [-13.0, 21.3], [-13.0, 23.0], [-12.0, 23.5], [-12.0, 26.0], [-8.7, 26.0], [-8.7, 27.7]] },
  { name: "Kashmir", from: 1947, to: null, ring: [[73.7, 34.3], [72.6, 36.3], [74.6, 37.0], [76.0, 36.0], [77.8, 35.5], [79.3, 32.6], [78.4, 32.5], [76.0, 32.5], [74.6, 32.7], [73.9, 33.5], [73.7, 34.3]] },
  { name: "Aksai Chin", from: 1962, to: null, ring: [[77.8, 35.5], [80.3, 35.5], [80.2, 34.6], [79.4, 33.6], [78.7, 34.4], [77.8, 35.5]] },
  { name: "Arunachal Pradesh", from: 1962, to: null, ring: [[91.6, 27.8], [93.5, 28.6], [96.0, 29.4], [97.3, 28.2], [96.0, 27.4], [94.0, 27.0], [92.1, 26.9], [91.6, 27.8]] },
  { name: "Abyei", from: 2005, to: null, ring: [[27.8, 10.2], [29.0, 10.2], [29.0, 9.5], [27.8, 9.5], [27.8, 10.2]] },
  { name: "Halaib Triangle", from: 1956, to: null, ring: [[34.1, 22.0], [36.9, 22.0], [36.3, 22.6], [35.2, 22.8], [34.1, 22.0]] },
];
