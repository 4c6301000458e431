import { defineConfig } from "vite";
import { basemapFiles } from "./basemap";

// The page lies at the root of `gesta serve`; its files go where the package serves them from.
export default defineConfig({
  base: "/",
  plugins: [basemapFiles()],
  build: {
    outDir: "../src/gesta/api/page",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the content-security policy allows no data: scripts or styles
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});
