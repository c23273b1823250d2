// Stands in for the client's own XML reader, which no registry has: the Spark convention by a parser that one has.
'use strict';
const { XMLParser } = require('fast-xml-parser');

const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, trimValues: false, ignoreDeclaration: true });

function convert(children) {
  const elements = children.filter((child) => !('#text' in child));
  if (elements.length === 0) {
    const text = children.map((child) => child['#text']).join('');
    return text === '' ? null : typed(text);
  }
  const names = elements.map((element) => Object.keys(element)[0]);
  const values = elements.map((element, at) => convert(element[names[at]]));
  const list = elements.length === 1 || new Set(names).size < names.length;
  return list ? values : Object.fromEntries(names.map((name, at) => [name, values[at]]));
}

function typed(text) {
  return text === 'true' ? true : text === 'false' ? false : text;
}

exports.parseXml = (xml) => {
  const root = parser.parse(xml).find((node) => !('#text' in node));
  return convert(root[Object.keys(root)[0]]);
};
