// Watches the dashboard from inside for what a text of somebody else may not become, walks through it, and
// tells whether texts are there as they were typed. Each text ends with a mark of two digits: by which field it came.
"use strict";

window.hostile = (() => {
  /** Only a hang meets it. */
  const PATIENCE_MILLIS = 60_000;

  /** What the page has no use for, and what scripts or frames would be. */
  const BAD =
    "script:not([src^='/assets/']):not([type=importmap]), iframe, frame, object, embed, img, video, audio, source," +
    " base, meta[http-equiv], link:not([href^='/assets/']), style, template, math, marquee, dialog:not([aria-label])," +
    " form[action], [formaction], [srcdoc], [name=getElementById], [name=cookie], a#app, [contenteditable]";
  const LEADS = ["href", "src", "action", "formaction", "data", "xlink:href", "poster", "background"];

  const found = new Set();
  const marks = new Set();
  const saved = [];
  const notices = [];

  const complain = (what) => found.add(String(what).slice(0, 400));
  const isOwn = (link) => link.getAttribute("href").startsWith("#");
  const isSafe = (link) => /^(https?|mailto):/i.test(link.href) && link.target === "_blank" && /noopener/.test(link.rel);

  function check(element) {
    if (element.matches(BAD)) {
      complain(element.outerHTML);
    }
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "style" || (LEADS.includes(name) && /^[\s\0]*(javascript|data|vbscript):/i.test(value))) {
        complain(`${element.tagName} ${name}=${value}`);
      }
    }
    if (element.matches("a[href]") && !isOwn(element) && !isSafe(element)) {
      complain(`a link that leads away: ${element.outerHTML}`);
    }
  }

  function checkAll(node) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      check(node);
      node.querySelectorAll("*").forEach(check);
    }
  }

  /** Whatever comes into the page is looked at, also what is gone again before anybody could ask. */
  const watcher = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") {
        check(target);
      } else {
        addedNodes.forEach(checkAll);
      }
    }
    checkWindow();
  });

  function checkWindow() {
    if ("stolen" in window) {
      complain(`a script ran: ${window.stolen}`);
      delete window.stolen;
    }
    if (!/^(\(\d+\) )?\p{L}+ · Engine$/u.test(document.title)) {
      complain(`the title is ${document.title}`);
    }
  }

  function watch() {
    for (const name of ["alert", "confirm", "prompt", "open", "print"]) {
      window[name] = (text) => complain(`${name} was called: ${text}`);
    }
    addEventListener("securitypolicyviolation", (event) => complain(`the policy refused ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
    addEventListener("error", (event) => complain(`an error: ${event.message}`));
    addEventListener("unhandledrejection", (event) => complain(`a failure: ${event.reason}`));
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, address: this.href }); // instead of saving it in some folder
    };
    checkAll(document.documentElement);
    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  /** Calls `isDone` at every frame, until it is or patience ends. */
  async function until(isDone, patience = PATIENCE_MILLIS) {
    const end = performance.now() + patience;
    do {
      await frame();
    } while (!isDone() && performance.now() < end);
  }

  /** What stands in attributes and fields. */
  function hidden() {
    const texts = [];
    for (const element of document.body.querySelectorAll("[title], [aria-label], [href], [data-pool], option, input, textarea")) {
      for (const { name, value } of element.attributes) {
        name === "class" || texts.push(value);
      }
      element.matches("input, textarea") && texts.push(element.value);
    }
    return texts.join("\n");
  }

  /** Those of `texts` that are not written in the page; notes the marks of all that are. */
  function lacking(texts) {
    const read = document.body.textContent;
    note(read);
    const lacks = texts.filter((text) => !read.includes(text));
    if (lacks.length === 0) {
      return lacks;
    }
    const rest = hidden();
    note(rest);
    return lacks.filter((text) => !rest.includes(text));
  }

  function note(text) {
    for (const [, mark] of text.matchAll(/[/|]{2}(\d\d)/g)) {
      marks.add(Number(mark));
    }
  }

  const isBusy = () => document.querySelector("[aria-busy=true]") !== null;

  /** Opens what is closed; whether anything was, so that more may be on its way. */
  function openAll() {
    const closed = document.querySelectorAll("details:not([open])");
    closed.forEach((each) => (each.open = true));
    return closed.length > 0;
  }

  const named = (name) => [...document.querySelectorAll("main button")].filter((each) => each.innerText.trim().startsWith(name));

  /** Waits until texts are there and nothing is on its way; those that never come. */
  async function missing(texts, patience) {
    let lacks = texts;
    await until(() => {
      const isOpening = openAll();
      lacks = lacking(lacks);
      return lacks.length === 0 && !isOpening && !isBusy();
    }, patience);
    return isBusy() ? [...lacks, "an end of its reading"] : lacks;
  }

  async function go(place) {
    document.activeElement?.blur();
    location.hash = `#/${place}`;
    await frame();
  }

  /** Goes to a place, opens all that can be opened in it, and what changes it. */
  async function visit({ place, texts, values, clicks }) {
    await go(place);
    const lacks = await missing(texts);
    named("Save as a file")[0]?.click();
    for (const [button, text] of clicks) {
      named(button)[0].click();
      lacks.push(...(await missing([text])));
    }
    if (values.length > 0) {
      named("Edit")[0]?.click();
      lacks.push(...(await missing(values)));
    }
    return lacks.map((text) => `${place} lacks ${text}`);
  }

  /** Goes to a place and through its list to the end, whatever comes while it does. */
  async function walk({ place, texts }) {
    const { scrollerOf } = await import("/assets/page/parts/list.js");
    await go(place);
    await missing([]);
    let lacks = lacking(texts);
    const list = document.querySelector("main .virtual, main .attention-list, main .fleet, main .priorities") ?? document.querySelector("main > *");
    const scroller = scrollerOf(list);
    scroller.scrollTop = 0;
    for (let rests = 0; rests < 5; ) {
      const before = `${scroller.scrollTop} ${scroller.scrollHeight}`;
      scroller.scrollTop += scroller.clientHeight * 0.9;
      await frame();
      await frame();
      lacks = lacking(lacks);
      rests = `${scroller.scrollTop} ${scroller.scrollHeight}` === before ? rests + 1 : 0;
    }
    return lacks.map((text) => `${place} lacks ${text}`);
  }

  async function all(visitOne, places) {
    const lacks = [];
    for (const place of places) {
      lacks.push(...(await visitOne(place)));
    }
    return lacks;
  }

  /** What was complained about since it was asked last. */
  async function complaints() {
    await frame();
    checkWindow();
    const told = [...found];
    found.clear();
    return told;
  }

  return {
    watch,
    complaints,
    visitAll: (places) => all(visit, places),
    walkAll: (places) => all(walk, places),
    marks: () => [...marks],
    forgetMarks: () => marks.clear(),
    missingSoon: (texts) => missing(texts, 500),
    missing, go, named, until, frame, saved, notices,
  };
})();
