// What a person does with hostile texts in the dashboard, and the page's own parts with each text by itself.
// Needs hostile-page.js. Each function gives what is not as it was typed.
"use strict";

window.hostileActs = (() => {
  const { go, missing, named, until, frame, saved } = window.hostile;
  const module = (name) => import(`/assets/page/${name}.js`);
  const toasts = () => document.querySelector(".toasts").textContent;

  /** Asks to merge every pair of doubles, and merges the first few. */
  async function merge(names) {
    await go("contacts?doubles=yes");
    await missing(names);
    const buttons = named("Merge into");
    buttons.forEach((button) => button.click());
    const lacks = await missing(names.map((name) => `Yes: ${name} stays, `));
    for (const button of buttons.slice(0, 3)) {
      const [, name] = /^Yes: (.*) stays, \d+ removed$/.exec(button.textContent);
      button.click();
      await until(() => toasts().includes(`${name} stays.`));
      toasts().includes(`${name} stays.`) || lacks.push(`the toast ${name} stays.`);
    }
    return lacks;
  }

  /** Opens each priority to be changed. */
  async function edit(contents) {
    await go("priorities");
    const lacks = await missing(contents);
    for (const content of contents) {
      const button = [...document.querySelectorAll(".priority-content")].find((each) => each.textContent === content);
      button?.click();
      const holds = () => document.querySelector(".priority-edit textarea")?.value === content;
      await until(holds);
      holds() || lacks.push(`the form of ${content}`);
    }
    return lacks;
  }

  /** Opens whatever can be answered or put off. */
  async function open() {
    await go("attention");
    await missing([]);
    ["Answer", "Snooze"].forEach((name) => named(name).forEach((button) => button.click()));
    return missing([]);
  }

  /** Takes files in as the person does, and reads what is told of them. */
  async function take(files) {
    await go("contacts");
    await missing([]);
    const lacks = [];
    for (const { name, body, texts } of files) {
      const transfer = new DataTransfer();
      transfer.items.add(new File([body], name));
      const field = document.querySelector("input[type=file]");
      field.files = transfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      lacks.push(...(await missing([`Imported ${name}`, ...texts])));
      document.querySelector("dialog [aria-label=Close]")?.click();
      await until(() => document.querySelector("dialog") === null);
    }
    return lacks;
  }

  /** Opens addresses that somebody might send, in a few views each. */
  async function follow(texts) {
    const views = [...document.querySelectorAll("nav.rail a")].map((link) => link.hash.slice(2));
    const query = ["conversation", "session", "status", "only", "progress", "search", "tag", "pool", "kind", "since", "slot", "doubles"];
    await go("workers/%E0%A4%A"); // half a character
    const lacks = await missing(["Worker %E0%A4%A"]);
    for (const [index, text] of texts.entries()) {
      const said = encodeURIComponent(text);
      for (let turn = 0; turn < 3; turn++) {
        await go(`${views[(3 * index + turn) % views.length]}/${said}?${query.map((name) => `${name}=${said}`).join("&")}`);
      }
      await go(`workers/${said}`);
      lacks.push(...(await missing([`Worker ${text}`])));
    }
    return lacks;
  }

  /** Whether each file was offered under its name, as a text that is no page of this origin's. */
  async function offered(names) {
    await frame();
    const wrong = saved.filter(({ address }) => !address.startsWith("blob:")).map(({ name }) => `${name} is no file`);
    return [...wrong, ...names.filter((name) => !saved.some((each) => each.name === name)).map((name) => `the file ${name}`)];
  }

  /** Sets each text by itself in whatever of the page sets texts. */
  async function setEach(texts) {
    const { html, render } = await module("app/html");
    const { href } = await module("app/router");
    const { Act, SelectField, TextField } = await module("parts/form");
    const { Block } = await module("views/workers-log");
    const { Empty, Failure } = await module("parts/states");
    const { Markdown } = await module("parts/markdown");
    const { save } = await module("data/save");
    const box = document.createElement("div");
    document.body.append(box);
    const wrong = [];
    const Sample = ({ text }) => html`<section>
      <p class="plain">${text}</p>
      <p class="hover" title=${text} aria-label=${text}></p>
      <a class="address" href=${href("workers", text, { conversation: text })}>${text}</a>
      <${Act} class="sure" sure=${text} onAct=${() => {}}>${text}<//>
      <${Block} text=${text} />
      <${Failure} error=${{ message: text }} />
      <${Empty} title=${text}>${text}<//>
      <${TextField} label=${text} hint=${text} name="line" value=${text} />
      <${TextField} label=${text} name="lines" rows="2" value=${text} />
      <${SelectField} label=${text} name="one" value=${text} options=${[[text, text]]} />
      <${Markdown} text=${text} />
      <${Markdown} text=${`[look](${text}) [look](<${text}>) ![${text}](${text} "${text}")\n\n<${text}>\n\n[a]: ${text}\n\n[a]`} />
    </section>`;
    const isAsTyped = {
      ".plain": (element, text) => element.textContent === text,
      ".hover": (element, text) => element.title === text && element.ariaLabel === text,
      ".address": (element, text) => decodeURIComponent(element.hash.slice(10).split("?")[0]) === text && new URLSearchParams(element.hash.split("?")[1]).get("conversation") === text,
      ".sure": (element, text) => element.textContent === text,
      "[role=alert]": (element, text) => element.textContent === text,
      ".empty-title": (element, text) => element.textContent === text,
      "[name=line]": (element, text) => element.value === text.replace(/[\r\n]/g, ""),
      "[name=lines]": (element, text) => element.value === text.replace(/\r\n?/g, "\n"),
      option: (element, text) => element.value === text,
    };
    for (let from = 0; from < texts.length; from += 60) {
      const some = texts.slice(from, from + 60);
      render(html`${some.map((text, index) => html`<${Sample} key=${index} text=${text} />`)}`, box);
      box.querySelectorAll(".sure").forEach((button) => button.click());
      await frame();
      some.forEach((text, index) => {
        for (const [selector, test] of Object.entries(isAsTyped)) {
          test(box.children[index].querySelector(selector), text) || wrong.push(`${selector} of ${JSON.stringify(text)}`);
        }
        save(text, text);
        saved.at(-1).name === text || wrong.push(`the file name ${JSON.stringify(text)}`);
      });
      render(null, box);
    }
    box.remove();
    return wrong;
  }

  /** Says texts in toasts, as what was done and as what went wrong. */
  async function toast(texts) {
    const { say, complain } = await module("app/toasts");
    const lacks = [];
    for (const text of texts) {
      say(text);
      complain(new Error(text));
      await until(() => toasts().includes(text));
      toasts().includes(text) || lacks.push(`the toast ${text}`);
    }
    return lacks;
  }

  /** Tells the desktop of texts, while nobody looks at the page. */
  async function tell(texts) {
    const { html, render } = await module("app/html");
    const { useDesktopNotices } = await module("app/presence");
    const told = [];
    window.Notification = class {
      static permission = "granted";
      constructor(title, { body }) {
        told.push({ title, body });
      }
    };
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    const box = document.createElement("div");
    const Desk = ({ items }) => useDesktopNotices(items) ?? null;
    const items = texts.map((reason, subjectId) => ({ kind: "ping", subjectId, since: "now", reason }));
    render(html`<${Desk} items=${[]} />`, box);
    await frame();
    for (let from = 0; from < items.length; from += 3) {
      render(html`<${Desk} items=${items.slice(0, from + 3)} />`, box);
      const isTold = () => told.length >= Math.min(from + 3, items.length);
      await until(isTold);
    }
    render(null, box);
    delete document.hidden;
    return texts.filter((text) => !told.some(({ title, body }) => title === "Engine" && body === text)).map((text) => `the desktop ${text}`);
  }

  return { merge, edit, open, take, follow, offered, setEach, toast, tell };
})();
