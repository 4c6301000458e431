import { render } from "preact";
import "../../src/gesta/render/data/palette.css";
import "./theme.css";
import { openedWithCode } from "./api";
import { loadNames } from "./names";
import { Shell } from "./shell";
import { followLinks } from "./view";

followLinks();
await openedWithCode();
loadNames();
const root = document.getElementById("gesta");
if (root) {
  root.replaceChildren();
  render(<Shell />, root);
}
