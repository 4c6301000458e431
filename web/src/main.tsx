import { render } from "preact";
import "../../src/gesta/render/data/palette.css";
import "./theme.css";
import { loadNames } from "./names";
import { Shell } from "./shell";
import { followLinks } from "./view";

followLinks();
loadNames();
const root = document.getElementById("gesta");
if (root) {
  root.replaceChildren();
  render(<Shell />, root);
}
