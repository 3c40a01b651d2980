/** The style on paper: A4 lying down, an office a page, nothing that only a screen can use. */
export const PRINT = `
@page{size:A4 landscape;margin:9mm}
@media print{
body{max-width:none;padding:0;font-size:9.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.sections,.skip,#filter,.places,.mark,.rules,.advised a{display:none}
h1{margin-top:0;font-size:22pt}
h2{font-size:14pt;margin:0 0 2mm;padding-top:1.5mm;break-after:avoid}
h3{break-after:avoid;margin:2mm 0 1mm}
#offices,#people,#fairness{break-before:page}
#presence,#costs,#about,.lazy{break-inside:avoid}
#presence,#costs,#about{margin-top:8mm}
.office,.lazy{content-visibility:visible}
h3+p{break-after:avoid}
.office+.office{break-before:page}
.cal>li{min-height:15mm;padding:.6mm 1.2mm 1mm;font-size:8pt;break-inside:avoid}
.op{margin-top:.3mm}
.op p{font-size:7.5pt}
.op li{padding:0;line-height:1.25}
.op li>b{line-height:1.15;font-size:6.5pt}
.date b{font-size:10pt}
table{font-size:7.5pt}
.wide{overflow:visible}
tr,figure,.advised li{break-inside:avoid}
thead{display:table-header-group}
.advised ul{columns:2;column-gap:8mm}
tbody th{position:static}
.matrix{font-size:6.5pt;width:100%}
.matrix th:not(:first-child),.matrix td{min-width:0;padding:.2mm .3mm}
.matrix thead small{font-size:5.5pt}
.matrix td:nth-last-child(-n+3){padding:0 1mm}
a{color:inherit;text-decoration:none}
.mark.hard{display:block}
details::details-content{content-visibility:visible;block-size:auto}
:target{outline:none}
}
`;
