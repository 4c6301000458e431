// The nouns of the API, by the names of its description (openapi.json).
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Incident = Schemas["Incident"];
export type Telling = Schemas["Telling"];
export type Claim = Schemas["Claim"];
export type Estimate = Schemas["Estimate"];
export type Step = Schemas["Step"];
export type Casefile = Schemas["Casefile"];
export type Filing = Schemas["Filing"];
export type Origin = Schemas["Origin"];
export type Matrix = Schemas["Matrix"];
export type Cell = Schemas["Cell"];
export type Facet = Schemas["Facet"];
export type PlaceCount = Schemas["PlaceCount"];
export type DayCount = Schemas["DayCount"];
export type Source = Schemas["Source"];
export type ActorSheet = Schemas["ActorSheet"];
export type Annotations = Schemas["Annotations"];
export type Method = Schemas["Method"];
export type Judgement = Schemas["Judgement"];
export type ReportRow = Schemas["ReportRow"];
export type Release = Schemas["Release"];
export type Publication = Schemas["Ingest"];
export type Bias = Schemas["Bias"];
export type EventRow = Telling & { incident: string | null; revised: boolean };
export type ClaimRow = Claim & { incident: string | null; group: string | null; title: string | null; url: string | null; revised: boolean };
export interface Counts {
  code: string;
  name: string;
  incidents: number;
  events: number;
  as_actor: number;
  as_recipient: number;
  as_claimant: number;
}

export interface Page<Row> {
  data: Row[];
  next: string | null;
  facets?: Record<string, Facet[]>;
}

// The record, version 1, as far as the reader shows it. Spans are code points, end exclusive.
export type Span = readonly [number, number];
export interface RecordTime {
  start: string | null;
  end: string | null;
  text: string | null;
}
export interface RecordEvent {
  id: string;
  key: string;
  type: string;
  mode: string | null;
  actors: string[];
  recipients: string[];
  places: string[];
  time: RecordTime | null;
  factuality: string;
  era: string;
  statements: string[];
  evidence: Span;
  spans: Record<string, Span[]>;
  why: string;
  confidence: number;
}
export interface RecordFigure {
  id: string;
  key: string;
  effect: string;
  low: number | null;
  best: number | null;
  high: number | null;
  qualifier: string;
  victims: { code: string | null; who: string; kinds: string[] };
  provisional: boolean;
  era: string;
  event: string | null;
  statements: string[];
  evidence: Span;
  spans: Record<string, Span[]>;
  confidence: number;
}
export interface RecordStatement {
  id: string;
  key: string;
  sources: string[];
  cue: Span | null;
  content: Span[];
  stance: string;
  quoted: string | null;
}
export interface RecordActor {
  id: string;
  name: string;
  kind: string;
  code: string | null;
  mentions: Span[];
}
export interface RecordPlace {
  id: string;
  name: string;
  country: string | null;
}
export interface GestaRecord {
  report: { id: string; title: string | null; outlet: string | null; url: string | null; published: string | null; synthetic: boolean; text: string };
  actors: RecordActor[];
  places: RecordPlace[];
  statements: RecordStatement[];
  events: RecordEvent[];
  figures: RecordFigure[];
  warnings: { code: string; text: string }[];
  leftovers: { span: Span; why: string }[];
}
