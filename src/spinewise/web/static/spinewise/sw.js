// The service worker. It keeps what is the same for everybody, and of a person only what a page of theirs asked to keep.
// It never shows a kept page of a person once its day is over: the danger check of that day is over too.
"use strict";
const SHELL_CACHE = `spinewise-shell-${BUILD}`;
const FIGURE_CACHE = `spinewise-figures-${BUILD}`;
const PAGE_CACHE = "spinewise-pages";
const OFFLINE = "/offline/";
const SESSION = /^\/p\/[0-9a-f-]+\/session\//;
// Whatever somebody answers may change what is safe: the kept pages are dropped. What was done in a session does not.
const ANSWER = /^(\/p\/[0-9a-f-]+\/)(?!actions\/|session\/[0-9a-f])/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL_CACHE).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

async function dropOld() {
  const now = [SHELL_CACHE, FIGURE_CACHE, PAGE_CACHE];
  const old = (await caches.keys()).filter((name) => name.startsWith("spinewise-") && !now.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener("message", (event) => {
  const { keep, forget } = event.data;
  if (keep) event.waitUntil(kept(keep));
  if (forget) event.waitUntil(forgotten(forget));
});

async function kept({ pages, figures }) {
  await Promise.all([...figures.map((one) => keepOne(FIGURE_CACHE, one)), ...pages.map((one) => keepOne(PAGE_CACHE, one))]);
  // Only the session that was opened last stays; without a line the one that is there.
  const last = pages.find((page) => SESSION.test(page));
  if (last) await dropPages((path) => SESSION.test(path) && path !== last);
}

async function keepOne(name, address) {
  const response = await fetch(address).catch(() => null);
  if (response && response.ok && !response.redirected) await (await caches.open(name)).put(address, response);
}

async function forgotten(prefix) {
  await dropPages((path) => path.startsWith(prefix));
  await caches.delete(FIGURE_CACHE);
}

async function dropPages(gone) {
  const cache = await caches.open(PAGE_CACHE);
  const found = (await cache.keys()).filter((request) => gone(new URL(request.url).pathname));
  await Promise.all(found.map((request) => cache.delete(request)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.method === "POST" && ANSWER.test(address.pathname)) {
    const mine = address.pathname.match(ANSWER)[1];
    event.waitUntil(dropPages((path) => path.startsWith(mine)));
  }
  if (request.method !== "GET") return;
  if (address.pathname.startsWith("/static/") || address.pathname === "/session.js") event.respondWith(shellFirst(request));
  else if (address.pathname.startsWith("/figures/")) event.respondWith(fetch(request).catch(() => keptFigure(request)));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => withoutLine(request)));
  if (request.mode === "navigate") event.waitUntil(dropStale());
});

// Addresses of the shell carry a hash of their content, so a kept one is the right one.
async function shellFirst(request) {
  return (await keptIn(SHELL_CACHE, request)) || fetch(request);
}

async function keptFigure(request) {
  return (await keptIn(FIGURE_CACHE, request)) || Response.error();
}

async function keptIn(name, request) {
  return (await caches.open(name)).match(request);
}

async function withoutLine(request) {
  const shell = await caches.open(SHELL_CACHE);
  const known = await shell.match(request, { ignoreSearch: true });
  return known || (await ofToday(request)) || shell.match(OFFLINE);
}

function isOfToday(page) {
  return page !== undefined && Date.now() < Number(page.headers.get("Spinewise-Until"));
}

async function ofToday(request) {
  const page = await (await caches.open(PAGE_CACHE)).match(request, { ignoreSearch: true });
  return isOfToday(page) ? page : null;
}

async function dropStale() {
  const cache = await caches.open(PAGE_CACHE);
  for (const request of await cache.keys()) {
    if (!isOfToday(await cache.match(request))) await cache.delete(request);
  }
}
