/** Functions that people use, for completion; the engine knows some hundred more, which can be written in full. */
const functionNames: readonly string[] = [
  'ABS ACOS AND ARABIC ASIN ATAN ATAN2 AVEDEV AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS BIN2DEC BIN2HEX CEILING CELL',
  'CHAR CHOOSE CLEAN CODE COLUMN COLUMNS COMBIN CONCAT CONCATENATE CONVERT CORREL COS COSH COUNT COUNTA COUNTBLANK',
  'COUNTIF COUNTIFS COVAR CUMIPMT CUMPRINC DATE DATEDIF DATEVALUE DAY DAYS DAYS360 DB DDB DEC2BIN DEC2HEX DEGREES',
  'DELTA DEVSQ DGET DMAX DMIN DOLLAR DSUM EDATE EOMONTH ERROR.TYPE EVEN EXACT EXP FACT FALSE FIND FISHER FIXED FLOOR',
  'FORECAST FREQUENCY FV GCD GEOMEAN GROWTH HARMEAN HEX2DEC HLOOKUP HOUR HYPERLINK IF IFERROR IFNA IFS INDEX INDIRECT',
  'INT INTERCEPT IPMT IRR ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNUMBER ISODD ISTEXT KURT LARGE LCM LEFT LEN',
  'LINEST LN LOG LOG10 LOOKUP LOWER MATCH MAX MAXA MAXIFS MDETERM MEDIAN MID MIN MINA MINIFS MINUTE MINVERSE MMULT MOD',
  'MODE MONTH MROUND N NA NETWORKDAYS NORM.DIST NOT NOW NPER NPV NUMBERVALUE ODD OFFSET OR PERCENTILE PERCENTRANK PI',
  'PMT POISSON POWER PPMT PRODUCT PROPER PV QUARTILE QUOTIENT RADIANS RAND RANDBETWEEN RANK RATE REPLACE REPT RIGHT',
  'ROMAN ROUND ROUNDDOWN ROUNDUP ROW ROWS RSQ SEARCH SECOND SIGN SIN SINH SKEW SLN SLOPE SMALL SQRT STDEV STDEVP',
  'SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ SWITCH T TAN TANH TEXT TEXTJOIN TIME TIMEVALUE TODAY TRANSPOSE',
  'TREND TRIM TRIMMEAN TRUE TRUNC TYPE UNICODE UPPER VALUE VAR VARP VLOOKUP WEEKDAY WEEKNUM WORKDAY XIRR XNPV XOR YEAR',
  'YEARFRAC',
].flatMap((line) => line.split(' '))

/** The word of a formula that is being written at its end, when it may become a function's name. */
export function functionPrefix(formula: string): string {
  if (!formula.startsWith('=')) return ''
  // Inside quotes there is text, not a formula.
  if ((formula.split('"').length - 1) % 2 === 1) return ''
  return /(?:^=|[-+*/^&(;,<>= ])([A-Za-z][A-Za-z0-9.]*)$/.exec(formula)?.[1] ?? ''
}

/** Functions that begin so, the shortest first. */
export function completionsOf(formula: string, most = 8): string[] {
  const prefix = functionPrefix(formula).toUpperCase()
  if (prefix === '') return []
  return functionNames
    .filter((name) => name.startsWith(prefix))
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
    .slice(0, most)
}
