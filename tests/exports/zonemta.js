// What ZoneMTA's own lib/bounces.js makes of replies: node zonemta.js <its package> <rules> <replies>.
// Its settings and its log are replaced; everything else is its own code.
const Module = require("module");
const [, , program, rules, ...replies] = process.argv;
const refused = [];
const others = {
  "@zone-eu/wild-config": { bouncesFile: rules },
  npmlog: { error: (...told) => refused.push(told.join(" ")), verbose() {}, info() {} },
  "./log-gelf": { gelfCode: (name) => name, emitGelf() {} },
};
const load = Module._load;
Module._load = (name, ...more) => others[name] ?? load(name, ...more);
const bounces = require(`${program}/lib/bounces.js`);
const found = replies.map((reply) => bounces.check(reply));
console.log(JSON.stringify({ count: bounces.rules.length, refused, found }));
