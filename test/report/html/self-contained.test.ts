import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { selfContainedPage } from "../../../src/report/html/self-contained.js";

const parts = { title: "A & B", style: "p{color:red}", body: "<p>Hej</p>" };
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policyOf = (html: string) =>
  /Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!.split("; ");

describe("a self-contained page", () => {
  it("lets in its own style and nothing else", () => {
    const html = selfContainedPage(parts, "sv");
    expect(policyOf(html)).toEqual([
      "default-src 'none'",
      `style-src ${hashOf(parts.style)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).toMatch(/^<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"\/?>/);
    expect(html).toContain("<title>A &amp; B</title><style>p{color:red}</style></head>");
    expect(html).toMatch(/<body><p>Hej<\/p><\/body><\/html>\n$/);
    expect(html).not.toContain("<script");
  });

  it("lets its own script run when it has one", () => {
    const script = "document.title='<b>'";
    const html = selfContainedPage({ ...parts, script }, "en");
    expect(policyOf(html)[2]).toBe(`script-src ${hashOf(script)}`);
    expect(html).toContain(`<p>Hej</p><script>${script}</script></body>`);
  });

  it("asks search engines to leave it alone unless it is for the public", () => {
    const robots = '<meta name="robots" content="noindex"';
    expect(selfContainedPage(parts, "sv")).toContain(robots);
    expect(selfContainedPage({ ...parts, isPublic: true }, "sv")).not.toContain(robots);
  });
});
