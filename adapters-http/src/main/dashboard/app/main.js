import { App } from "./app.js";
import { Gate } from "./signed-out.js";
import { feed } from "../data/feed.js";
import { html, render } from "./html.js";

document.getElementById("loading")?.remove();
render(html`<${Gate} />`, document.getElementById("gate"));
render(html`<${App} />`, document.getElementById("app"));
feed.start();
