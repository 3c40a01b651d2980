import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/cli/language.js";

describe("languageOf", () => {
  it.each([
    [{ LANG: "sv_SE.UTF-8" }, "sv"],
    [{ LANG: "sv" }, "sv"],
    [{ LANG: "svc_XX" }, "en"],
    [{ LANG: "sv_SE.UTF-8", LC_ALL: "C" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "sv_FI" }, "sv"],
    [{ LANG: "sv_SE.UTF-8", LC_ALL: "" }, "sv"],
    [{}, "en"],
  ] as const)("reads %j as %s", (environment, language) => {
    expect(languageOf([], environment)).toBe(language);
  });

  it("is the system's own when the environment says nothing, as on Windows", () => {
    expect(languageOf([], {}, "sv-SE")).toBe("sv");
    expect(languageOf([], {}, "en-GB")).toBe("en");
    expect(languageOf([], { LANG: "C" }, "sv-SE")).toBe("en");
  });

  it("lets ROTA_LANG win over the locale, and --lang over it", () => {
    const environment = { ROTA_LANG: "sv", LC_ALL: "en_US.UTF-8" };
    expect(languageOf([], environment, "en-GB")).toBe("sv");
    expect(languageOf(["--lang", "en"], environment)).toBe("en");
  });

  it("lets --lang win, in either form, the last one", () => {
    const swedish = { LANG: "sv_SE.UTF-8" };
    expect(languageOf(["solve", "x", "--lang", "en"], swedish)).toBe("en");
    expect(languageOf(["--lang=sv"], {})).toBe("sv");
    expect(languageOf(["--lang", "sv", "--lang", "en"], {})).toBe("en");
  });
});
