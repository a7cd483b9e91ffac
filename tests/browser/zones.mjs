// Machine-readable zones of invented bearers, each called SPECIMEN, with every check digit right (ICAO 9303-3, 4.9).

const WEIGHTS = [7, 3, 1];

function digit(text) {
  const value = (letter) => (letter === '<' ? 0 : parseInt(letter, 36));
  return [...text].reduce((sum, letter, at) => sum + value(letter) * WEIGHTS[at % 3], 0) % 10;
}

const filled = (text, width) => text.padEnd(width, '<').slice(0, width);
const closed = (field) => field + digit(field);
/** The bearer of every document but those that name another. */
const BEARER = { name: 'SPECIMEN<ZELAYA<<IRIS<XIOMARA', born: '920214' };
const BORN = closed(BEARER.born);
const ENDS = closed('310301');

/** Answers the two lines of a passport (TD3). */
export function passport(state, number, bearer = BEARER) {
  const [code, born, personal] = [closed(filled(number, 9)), closed(bearer.born), closed(filled('', 14))];
  const composite = digit(`${code}${born}${ENDS}${personal}`);
  return [filled(`P<${filled(state, 3)}${bearer.name}`, 44), `${code}${filled(state, 3)}${born}F${ENDS}${personal}${composite}`];
}

/** Answers the three lines of an identity card (TD1). */
export function card(state, number) {
  const [upper, free] = [`${closed(filled(number, 9))}${filled('', 15)}`, filled('', 11)];
  const composite = digit(`${upper}${BORN}${ENDS}${free}`);
  return [`I<${filled(state, 3)}${upper}`, `${BORN}F${ENDS}${filled(state, 3)}${free}${composite}`, filled(BEARER.name, 30)];
}

/** Answers the lines with one character replaced by another digit, so that a check fails. */
export function misread(lines, line, column) {
  const copy = [...lines];
  const row = copy[line];
  const other = row[column] === '7' ? '8' : '7';
  copy[line] = row.slice(0, column) + other + row.slice(column + 1);
  return copy;
}
