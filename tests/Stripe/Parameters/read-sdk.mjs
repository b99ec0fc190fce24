// Writes parameters.txt: what Stripe's API takes at the addresses that the server here serves, as the public sources of Stripe's own .NET SDK tell it.
// node read-sdk.mjs FOLDER, where FOLDER holds src/Stripe.net of the release that build/Feed.props names.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const served = `
POST /v1/billing_portal/configurations | GET /v1/billing_portal/configurations | POST /v1/billing_portal/configurations/{} | POST /v1/billing_portal/sessions
GET /v1/charges/{} | GET /v1/charges
POST /v1/checkout/sessions | GET /v1/checkout/sessions/{} | GET /v1/checkout/sessions | POST /v1/checkout/sessions/{}/expire
POST /v1/coupons | GET /v1/coupons/{}
POST /v1/customers | GET /v1/customers/{} | POST /v1/customers/{} | DELETE /v1/customers/{} | GET /v1/customers
GET /v1/customers/{}/payment_methods | GET /v1/customers/{}/payment_methods/{} | GET /v1/payment_methods/{} | POST /v1/payment_methods/{}/detach
GET /v1/disputes | GET /v1/disputes/{}
GET /v1/events | GET /v1/events/{}
GET /v1/invoices | GET /v1/invoices/{} | POST /v1/invoices/create_preview | POST /v1/invoices/{}/pay | GET /v1/invoice_payments
POST /v1/payment_intents | GET /v1/payment_intents/{} | GET /v1/payment_intents | POST /v1/payment_intents/{}/cancel | POST /v1/payment_intents/{}/confirm
POST /v1/prices | GET /v1/prices | GET /v1/prices/{} | POST /v1/products | GET /v1/products/{}
POST /v1/refunds | GET /v1/refunds/{} | GET /v1/refunds
GET /v1/setup_intents/{}
GET /v1/subscriptions | GET /v1/subscriptions/{} | POST /v1/subscriptions/{} | DELETE /v1/subscriptions/{}
POST /v1/subscription_schedules | GET /v1/subscription_schedules/{} | POST /v1/subscription_schedules/{} | POST /v1/subscription_schedules/{}/release
`.split(/[|\n]/).map(s => s.trim()).filter(Boolean);

const root = join(process.argv[2], 'src/Stripe.net');
const files = readdirSync(root, { recursive: true }).filter(f => f.endsWith('.cs')).map(f => readFileSync(join(root, f), 'utf8'));
const version = /Current = "([^"]+)"/.exec(files.find(f => f.includes('class ApiVersion')))[1];

const key = (space, name) => [...space.split('.').slice(1), name].join('.');
const classes = new Map(), words = new Map(), addresses = new Map();

for (const text of files) {
  const space = /namespace ([\w.]+)/.exec(text)?.[1];
  const head = /public (?:partial )?class (\w+)(?:\s*:\s*(\w+))?/.exec(text);
  if (!space || !head) continue;
  const [, name, base] = head;
  if (base === 'StringEnum') words.set(key(space, name), [...text.matchAll(/new \w+\("([^"]+)"\)/g)].map(m => m[1]).join('|'));
  if (name.endsWith('Options')) classes.set(key(space, name), { space, base, properties: properties(text) });
  if (name.endsWith('Service')) readAddresses(text, space);
}

function properties(text) {
  const found = [];
  const pattern = /((?:^[ ]*\/\/\/.*\n)*)((?:^[ ]*\[[^\n]*\n)*?^[ ]*\[STJS\.JsonPropertyName\("(\w+)"\)\]\n(?:^[ ]*\[[^\n]*\n)*)^[ ]*public ([^\n]+?) \w+(?: \{|\n)/gm;
  for (const [, comment, , name, type] of text.matchAll(pattern)) {
    const plain = comment.replace(/\s*\/\/\/\s*/g, ' ');
    const choice = /One of: ((?:<c>[^<]*<\/c>(?:, or |, | or )?)+)/.exec(plain);
    found.push({ name, type, choice: choice && [...choice[1].matchAll(/<c>([^<]*)<\/c>/g)].map(m => m[1]).join('|') });
  }
  return found;
}

function readAddresses(text, space) {
  const pattern = /Async\([^)]*?(\w+Options) options[^)]*\)\s*\{\s*return this\.RequestAsync<[^(]*\(BaseAddress\.Api, HttpMethod\.(\w+), \$"([^"]+)"/g;
  for (const [, options, method, address] of text.matchAll(pattern))
    addresses.set(`${method.toUpperCase()} ${address.replace(/\{[^}]*\}/g, '{}')}`, key(space, options));
}

function find(table, space, name) {
  for (let parts = space.split('.').slice(1); ; parts = parts.slice(0, -1)) {
    const full = [...parts, name].join('.');
    if (table.has(full)) return full;
    if (parts.length === 0) return null;
  }
}

const plain = { string: 'text', bool: 'bool', long: 'whole', decimal: 'number', DateTime: 'time', Stream: 'file' };

function kind(type, space, choice) {
  type = type.replace(/\?$/, '');
  const list = /^List<(.+)>$/.exec(type);
  if (list) return `[${kind(list[1], space, choice)}]`;
  if (/^Dictionary<string, string>$/.test(type)) return '{text}';
  const map = /^Dictionary<string, (.+)>$/.exec(type);
  if (map) return `{${kind(map[1], space)}}`;
  const any = /^AnyOf<(.+)>$/.exec(type);
  if (any) return any[1].replace(/<[^>]*>/g, s => s.replaceAll(',', ';')).split(/,\s*/).map(t => kind(t.replaceAll(';', ','), space)).join('/');
  const word = find(words, space, type);
  if (word) return `(${words.get(word)})`;
  const inner = find(classes, space, type);
  if (inner) { need(inner); return inner; }
  if (type === 'DateRangeOptions') return 'range';
  if (!plain[type]) throw new Error(`What is ${type} in ${space}?`);
  return type === 'string' && choice ? `(${choice})` : plain[type];
}

const lines = new Map();
function need(name) {
  if (lines.has(name)) return;
  lines.set(name, '');
  const own = [];
  for (let at = name; at; ) {
    const { space, base, properties } = classes.get(at);
    for (const p of properties) if (!own.some(o => o.startsWith(p.name + ':'))) own.push(`${p.name}:${kind(p.type, space, p.choice)}`);
    at = base && base !== 'BaseOptions' ? find(classes, space, base) : null;
  }
  lines.set(name, own.sort().join(' '));
}

const heads = served.map(address => {
  const options = addresses.get(address);
  if (!options) throw new Error(`The SDK does not ask ${address}.`);
  need(options);
  return `${address} ${options}`;
});

const out = [
  `# What Stripe's API takes (version ${version}), read from the public sources of Stripe's own .NET SDK by read-sdk.mjs.`,
  ...heads.sort(), '', ...[...lines].sort(([a], [b]) => a < b ? -1 : 1).map(([name, own]) => `${name} ${own}`.trimEnd()), ''];
writeFileSync(new URL('parameters.txt', import.meta.url), out.join('\n'));
