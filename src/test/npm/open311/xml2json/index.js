// Stands in for a reader that would have to be compiled on every machine.
'use strict';
const { XMLParser } = require('fast-xml-parser');

const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true });

exports.toJson = (xml) => parser.parse(xml);
