// A view that breaks takes nothing else with it.
import { Component } from "preact";
import { html } from "../app/html.js";

export class Boundary extends Component {
  componentDidCatch(error) {
    console.error(error);
    this.setState({ error });
  }

  render({ children }, { error }) {
    if (!error) {
      return children;
    }
    return html`<div class="empty" role="alert">
      <p class="empty-title">This view does not work: ${error.message}</p>
      <button onClick=${() => this.setState({ error: null })}>Show it again</button>
    </div>`;
  }
}
