import { PRINT } from "./style-print.js";
import { TABLES } from "./style-tables.js";

/** Colours of departments, each dark enough for white letters (at least 4.5:1); the letters tell them apart as well. */
const COLOURS = [
  "#0b5394",
  "#9c2a12",
  "#1c6b3a",
  "#5b3a99",
  "#7a4b00",
  "#0f6b75",
  "#8a1c5b",
  "#46525e",
  "#33691e",
  "#3949ab",
  "#6d4c41",
  "#a3195b",
] as const;

/** The style of the page, for so many departments. */
export function styleOf(departments: number): string {
  const colours = Array.from({ length: departments }, (_, index) => {
    const colour = COLOURS[index % COLOURS.length]!;
    return `[data-d="${index}"]>b,[data-d="${index}"]>th>b{background:${colour}}`;
  });
  return [BASE, CALENDAR, TABLES, ...colours, PRINT].join("").replace(/\s*\n\s*/g, "");
}

const BASE = `
:root{--ink:#14202b;--soft:#4a5763;--line:#cfd6dc;--faint:#eef1f4;--paper:#fff;--link:#0a4a8f;--alarm:#9b1c0c;
--alarm-bg:#fdeeea;--good:#17603a;--night:#1d2b53;--night-bg:#e6e9f6;--wish:#6b4e00;--wish-bg:#fbf3dc;--bar:#33628f;--focus:#d97600;
color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e9eef2;--soft:#b3bec8;--line:#3b4650;--faint:#202830;--paper:#12181d;--link:#8fc1ff;--alarm:#ff9d8a;
--alarm-bg:#3a1712;--good:#7fd3a1;--night:#c7d0ff;--night-bg:#242c50;--wish:#f0cf7a;--wish-bg:#342a10;--bar:#6fa3d6;--focus:#ffb454}
}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:0 1.5rem 3rem;max-width:96rem;background:var(--paper);color:var(--ink);
font:1rem/1.45 "Segoe UI",system-ui,-apple-system,"Helvetica Neue","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
:target{outline:3px solid var(--focus);outline-offset:2px}
main:focus,section:target{outline:none}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
h1{font-size:2.25rem;line-height:1.15;margin:2rem 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.5rem;margin:3rem 0 .75rem;padding-top:.75rem;border-top:3px solid var(--ink)}
h3{font-size:1.125rem;margin:1.75rem 0 .35rem}
h3 small{font-weight:400;color:var(--soft)}
p{max-width:62rem;margin:.4rem 0}
header p,footer p,.facts{color:var(--soft)}
ul{list-style:none;margin:0;padding:0}
.sections ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1rem 0}
#filter{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;padding:.6rem 0;
background:var(--paper);border-bottom:1px solid var(--line)}
#filter label{font-weight:600}
select,input,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:.25rem .5rem;max-width:15rem}
button{cursor:pointer}
input{width:17rem;max-width:17rem;font-weight:400}
select{font-weight:400}
::placeholder{color:var(--soft);opacity:1}
#shown{color:var(--soft)}
.verdict{font-size:1.375rem;font-weight:600}
.good{color:var(--good)}
.alarm{color:var(--alarm)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:0 1.5rem;margin:1rem 0}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-top:1px solid var(--line);padding:.5rem 0}
.figures dd{margin:0;font-size:1.75rem;line-height:1.2;font-weight:600}
.figures dt{color:var(--soft);font-size:.875rem}
.rule{border-left:5px solid var(--wish);margin:.6rem 0;padding:.15rem 0 .15rem 1rem}
.rule.hard{border-color:var(--alarm)}
summary{cursor:pointer;padding:.25rem 0}
summary code{color:var(--soft);font-size:.8125rem}
.advised{margin:.25rem 0 .9rem}
.advised li{margin:.2rem 0}
.advised a{white-space:nowrap}
.advice{background:var(--faint);padding:.35rem .7rem}
`;

const CALENDAR = `
.key{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;font-size:.875rem;margin:.5rem 0}
:where([data-d]>b,[data-d]>th>b){display:inline-block;min-width:1.25rem;padding:0 .2rem;border-radius:2px;color:#fff;
font-size:.75rem;line-height:1.2rem;text-align:center;background:#46525e}
.key .late{background:var(--night-bg);color:var(--night);font-weight:600;padding:0 .35rem;border-left:4px solid var(--night)}
.places{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:.75rem 0}
.places p{font-weight:600;margin:0;color:var(--soft)}
.places ul{display:flex;flex-wrap:wrap;gap:.15rem 1rem}
.office{content-visibility:auto;contain-intrinsic-size:auto 60rem;padding:.1rem .25rem}
.cal{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));margin:.6rem 0 0;padding:0;list-style:none}
.five{grid-template-columns:repeat(5,minmax(0,1fr))}
.cal>li{border:1px solid var(--line);margin:0 -1px -1px 0;padding:.3rem .45rem .5rem;min-height:3.5rem;font-size:.875rem}
.c1{grid-column:1}.c2{grid-column:2}.c3{grid-column:3}.c4{grid-column:4}.c5{grid-column:5}.c6{grid-column:6}.c7{grid-column:7}
.date{margin:0;color:var(--soft)}
.date b{color:var(--ink);font-size:1.0625rem}
.date i{float:right;font-style:normal;font-size:.75rem}
.shut,.none{background:var(--faint)}
.none .date b{color:var(--soft);font-weight:400}
.reason{margin:0;font-style:italic}
.op{margin-top:.25rem}
.op p{margin:0;color:var(--soft);font-size:.8125rem}
.op li{overflow-wrap:anywhere;padding:.05rem 0}
.op small{color:var(--soft)}
.op.late{background:var(--night-bg);border-left:4px solid var(--night);margin:.35rem -.25rem 0;padding:.15rem .3rem .25rem}
.op.late p{color:var(--night);font-weight:600}
.op.late small{color:inherit}
.mark{display:block;margin-top:.3rem;padding:.05rem .35rem;font-size:.8125rem;color:var(--wish);background:var(--wish-bg);border-left:4px solid var(--wish)}
.mark.hard{color:var(--alarm);background:var(--alarm-bg);border-color:var(--alarm);font-weight:600}
@media screen and (max-width:44rem){
body{padding:0 .9rem 2rem}
h1{font-size:1.75rem}
#filter{position:static}
#filter label{display:grid;grid-template-columns:7rem 1fr;width:100%}
select,input{max-width:none;width:100%}
html{scroll-padding-top:.5rem}
.cal,.five{display:block}
.cal>li{min-height:0}
.none{display:none}
.date b{font-size:1rem}
.op li{display:inline-block;margin-right:.8rem}
}
`;
