/** The style of tables and pictures. */
export const TABLES = `
.wide{overflow-x:auto;max-width:100%;margin:0 0 1.25rem}
.lazy{content-visibility:auto;contain-intrinsic-size:auto 40rem}
table{border-collapse:collapse;font-size:.875rem}
caption,.caption{text-align:left;font-weight:600;font-size:1rem;padding:.5rem 0 .3rem}
th,td{padding:.15rem .5rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:middle}
thead th{color:var(--soft);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400;position:sticky;left:0;background:var(--paper)}
tfoot th,tfoot td{font-weight:600;border-bottom:0}
code{font-family:ui-monospace,"Cascadia Mono",Consolas,"Liberation Mono",monospace;font-size:.85em}
.codes{font-size:.875rem;color:var(--soft)}
.key .box{margin-right:-.7rem}
.codes ul{columns:11rem;column-gap:1.5rem}
.codes b{color:var(--ink);display:inline-block;min-width:2.4em}
.matrix{font-size:.8125rem}
.matrix th:not(:first-child),.matrix td{padding:.12rem .1rem;text-align:center;min-width:1.75rem;border-left:1px solid var(--line)}
.matrix tbody th{white-space:nowrap}
.matrix thead small{display:block;font-weight:400;font-size:.6875rem}
.matrix td:nth-last-child(-n+3){text-align:right;padding:.12rem .4rem}
.matrix th:nth-last-child(-n+3){padding:.12rem .4rem}
.matrix abbr{text-decoration:none}
.matrix .e{background:var(--night);color:var(--paper);font-weight:600}
.we{background:var(--faint)}
.heat th,.heat td{text-align:center;border-left:1px solid var(--line)}
.heat tr>th:first-child{text-align:left;border-left:0}
.heat thead tr+tr th:first-child{text-align:center}
.heat td{min-width:2.6rem}
.heat thead th{white-space:nowrap}
.h0{color:var(--soft)}
.h1{background:#dbe8f5;color:#14202b}.h2{background:#b5d0ea;color:#14202b}.h3{background:#86b2dc;color:#14202b}.h4{background:#2f6ca8;color:#fff}.h5{background:#123f6e;color:#fff}
.fair td,.costs td,.fair thead tr+tr th,.costs thead th:not(:first-child){text-align:right}
.gaps td{min-width:9rem}
.ledger td:first-of-type,.ledger thead th:nth-child(2){text-align:left}
.ledger tbody th{vertical-align:top;white-space:normal}
.ledger td:first-of-type{white-space:nowrap}
.fair svg,.costs svg{display:block;margin-left:auto}
.fair thead tr:first-child th:not(:first-child){border-left:2px solid var(--line)}
.fair td:nth-child(2),.fair td:nth-child(7){border-left:2px solid var(--line)}
.fair th,.costs th{white-space:normal;min-width:4.2rem}
.fair tbody th,.costs tbody th{white-space:nowrap}
svg{fill:var(--bar);stroke:none}
svg path{stroke:var(--soft);stroke-width:1;fill:none}
svg .t{stroke:var(--ink);stroke-width:2}
svg .b{fill:var(--paper);stroke:var(--bar);stroke-width:1.5}
svg text{fill:var(--ink);font-size:11px}
.charts{display:flex;flex-wrap:wrap;gap:1.5rem 3rem}
figure{margin:.75rem 0;flex:1 1 22rem;max-width:36rem}
figure svg{width:100%;height:auto}
figcaption b{display:block}
.axis{stroke:var(--soft)}
.line{stroke-dasharray:4 3}
.dot{fill-opacity:.55;stroke:var(--bar)}
.box{display:inline-block;width:.8em;height:.8em;background:var(--bar);border:1.5px solid var(--bar)}
.box.b{background:var(--paper)}
.budget{width:25rem;max-width:100%;height:auto;display:block}
.budget .whole{fill:var(--line)}
@media screen and (max-width:44rem){svg text{font-size:14px}.codes ul{columns:8rem}}
`;
