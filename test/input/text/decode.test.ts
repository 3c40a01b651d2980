import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode, lineAt } from "../../../src/input/text/decode.js";

const TEXT = "kontor;område\nSätra;Ål €\n";

describe("decode", () => {
  test.each([
    ["UTF-8", "utf8", false],
    ["UTF-8 with byte order mark", "utf8", true],
    ["UTF-16 LE with byte order mark", "utf-16le", true],
    ["UTF-16 BE with byte order mark", "utf-16be", true],
    ["Windows-1252", "windows-1252", false],
  ])("%s", (_, encoding, addBOM) => {
    expect(decode(iconv.encode(TEXT, encoding, { addBOM }))).toEqual({ text: TEXT, damaged: null });
  });

  test.each(["\r\n", "\r", "\n"])("line ends become LF", (end) => {
    expect(decode(Buffer.from(`a${end}b${end}`))).toEqual({ text: "a\nb\n", damaged: null });
  });

  test("an empty file is an empty text", () => {
    expect(decode(new Uint8Array())).toEqual({ text: "", damaged: null });
  });

  test.each([
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), null, "Excel workbook"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), null, "Excel workbook"],
    ["UTF-16 without byte order mark", iconv.encode("a;b\nc", "utf-16le"), 1, "NUL"],
    ["a NUL byte in line 2", Buffer.from("a;b\nc\0;d"), 2, "NUL"],
    ["an escape character in line 3", Buffer.from("a\nb\n\u001b[31m"), 3, "control characters"],
    [
      "a false byte order mark",
      Buffer.from([0xef, 0xbb, 0xbf, 0xe5, 0x3b]),
      null,
      "says that it is UTF-8",
    ],
    ["bytes that Windows-1252 lacks", Buffer.from([0x61, 0x0a, 0x81, 0xe5]), 2, "cannot be read"],
    [
      "half a surrogate pair",
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
      1,
      "cannot be read",
    ],
  ])("refuses %s", (_, bytes, line, words) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ line });
    expect("problem" in decoded && decoded.problem.en).toContain(words);
  });

  test("notices letters that were damaged before", () => {
    expect(decode(Buffer.from("kontor\nBro\nSÃ¤tra\n"))).toMatchObject({ damaged: 3 });
  });

  test("lineAt counts from 1", () => {
    expect([0, 1, 2, 3].map((position) => lineAt("a\n\nb", position))).toEqual([1, 1, 2, 3]);
  });
});
