/** A made-up instance of two weeks: two shifts, late then early forbidden, three people. */
export const TINY = `# made up for the tests
SECTION_HORIZON
14

SECTION_SHIFTS
# id, minutes, not on the next day
early,420,
late,480,early

SECTION_STAFF
ann,early=14|late=14,4800,1200,5,2,2,1
bo,early=14|late=0,4800,0,4,1,2,2
cy,early=2|late=14,3000,0,5,1,1,2

SECTION_DAYS_OFF
ann,3
bo,0,1

SECTION_SHIFT_ON_REQUESTS
ann,1,early,4
bo,2,early,2

SECTION_SHIFT_OFF_REQUESTS
cy,5,late,7

SECTION_COVER
0,early,1,100,1
0,late,1,100,1
1,early,1,100,1
5,late,0,100,1
`.replaceAll("\n", "\r\n");
