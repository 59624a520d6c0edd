import { citiesIn } from '../language/cities-in.ts';
import { conceptOf, conceptsOf } from '../language/concepts-of.ts';
import { numbersIn } from '../language/numbers-in.ts';
import { sentencesOf } from '../language/sentences-of.ts';
import { wordsOf } from '../language/words-of.ts';
import type { Evidence } from './evidence.ts';
import { findNumber, plausibleNumber, withinLimits } from './fill-number.ts';
import { fillString, findEnum } from './fill-string.ts';
import { quotationsIn, valueAfterLabel } from './find-text.ts';
import { countedIn, listIn, singular, splitList } from './lists-in.ts';
import {
  dereference,
  isNode,
  mergeAllOf,
  nodeAt,
  nodesAt,
  numberAt,
  stringAt,
  stringsAt,
  typesOf,
  type SchemaNode,
} from './json-schema.ts';
import { kindOf } from './kind-of.ts';

/** How far recursive schemas are followed before only what is required is filled. */
const deepest = 5;

export interface FillOptions {
  /** Leaves out optional fields the text says nothing of, as a function call should. */
  readonly skipsUnsaid: boolean;
}

/** A value that satisfies the schema, drawn from the text where it speaks of it and plausible where not. */
export function fillSchema(schema: SchemaNode, evidence: Evidence, options: FillOptions): unknown {
  return new SchemaFiller(schema, evidence, options).fill('', schema, false, 0);
}

class SchemaFiller {
  private readonly root: SchemaNode;
  private readonly evidence: Evidence;
  private readonly skipsUnsaid: boolean;

  constructor(root: SchemaNode, evidence: Evidence, { skipsUnsaid }: FillOptions) {
    this.root = root;
    this.evidence = evidence;
    this.skipsUnsaid = skipsUnsaid;
  }

  /** `undefined` only when evidence alone counts and the text holds none. */
  fill(name: string, given: SchemaNode, isEvidenceOnly: boolean, depth: number, parent = ''): unknown {
    const node = mergeAllOf(dereference(given, this.root), this.root);
    if ('const' in node) return isEvidenceOnly ? undefined : node['const'];
    const branches = [...nodesAt(node, 'anyOf'), ...nodesAt(node, 'oneOf')];
    if (branches.length > 0) return this.fillBranch(name, node, branches, isEvidenceOnly, depth, parent);
    const allowed = node['enum'];
    if (Array.isArray(allowed) && allowed.length > 0)
      return this.fillEnum(name, node, allowed, isEvidenceOnly);
    const types = typesOf(node);
    const type = types.find((other) => other !== 'null') ?? 'null';
    const isNullable = types.length > 1 && types.includes('null');
    const value = this.fillType(type, name, node, isEvidenceOnly || isNullable, depth, parent);
    if (value !== undefined) return value;
    if (isEvidenceOnly) return undefined;
    if (node['default'] !== undefined) return node['default'];
    return isNullable ? null : this.fillType(type, name, node, false, depth, parent);
  }

  private fillType(
    type: string,
    name: string,
    node: SchemaNode,
    isEvidenceOnly: boolean,
    depth: number,
    parent: string,
  ): unknown {
    switch (type) {
      case 'object':
        return this.fillObject(name, node, isEvidenceOnly, depth);
      case 'array':
        return this.fillArray(name, node, isEvidenceOnly, depth);
      case 'integer':
      case 'number':
        return this.fillNumber(name, node, type === 'integer', isEvidenceOnly);
      case 'boolean':
        return this.fillBoolean(name, node, isEvidenceOnly);
      case 'null':
        return isEvidenceOnly ? undefined : null;
      default:
        return (
          fillString(name, node, this.evidence, isEvidenceOnly || node['default'] !== undefined, parent) ??
          (isEvidenceOnly ? undefined : node['default'])
        );
    }
  }

  private fillBranch(
    name: string,
    node: SchemaNode,
    branches: readonly SchemaNode[],
    isEvidenceOnly: boolean,
    depth: number,
    parent: string,
  ): unknown {
    const { anyOf: _any, oneOf: _one, ...shared } = node;
    const whole = branches.map((branch) => ({
      ...shared,
      ...mergeAllOf(dereference(branch, this.root), this.root),
    }));
    const real = whole.filter((branch) => branch['type'] !== 'null');
    const isNullable = real.length < whole.length;
    if (depth < deepest) {
      for (const branch of this.likeliestFirst(real)) {
        const value = this.fill(name, branch, true, depth + 1, parent);
        if (value !== undefined) return value;
      }
    }
    if (isEvidenceOnly) return undefined;
    const [first] = this.likeliestFirst(real);
    return isNullable || first === undefined ? null : this.fill(name, first, false, depth + 1, parent);
  }

  /** Variants told apart by a constant go first when the text speaks of that constant. */
  private likeliestFirst(branches: readonly SchemaNode[]): readonly SchemaNode[] {
    const said = new Set(conceptsOf(this.evidence.text));
    const score = (branch: SchemaNode): number => {
      const properties = Object.values(nodeAt(branch, 'properties') ?? {}).filter(isNode);
      const tag = properties
        .map((property) => stringAt(property, 'const') ?? stringsAt(property, 'enum')[0] ?? '')
        .join(' ');
      return conceptsOf(
        `${tag} ${stringAt(branch, 'title') ?? ''} ${stringAt(branch, 'description') ?? ''}`,
      ).filter((idea) => said.has(idea)).length;
    };
    return branches.toSorted((one, other) => score(other) - score(one));
  }

  private fillEnum(
    name: string,
    node: SchemaNode,
    allowed: readonly unknown[],
    isEvidenceOnly: boolean,
  ): unknown {
    const known = this.evidence.known.get(name.toLowerCase());
    const found = allowed.includes(known) ? known : findEnum(allowed, name, this.evidence);
    if (found !== undefined || isEvidenceOnly) return found;
    if (allowed.includes(node['default'])) return node['default'];
    const other = allowed.find(
      (value) =>
        typeof value === 'string' &&
        /^(?:other|unknown|none|neutral|другое|прочее|неизвестно|иное)/i.test(value),
    );
    return other ?? (allowed.includes(null) ? null : allowed[0]);
  }

  private fillObject(objectName: string, node: SchemaNode, isEvidenceOnly: boolean, depth: number): unknown {
    const properties = Object.entries(nodeAt(node, 'properties') ?? {});
    const required = new Set(stringsAt(node, 'required'));
    const filled: Record<string, unknown> = {};
    let isSaid = false;
    for (const [name, property] of this.bodyFirst(properties)) {
      const child = isNode(property) ? property : {};
      const isOptional = !required.has(name) && (this.skipsUnsaid || depth >= deepest);
      if (!required.has(name) && depth >= deepest) continue;
      const value = this.fill(name, child, isOptional || isEvidenceOnly, depth + 1, objectName);
      if (value === undefined) continue;
      isSaid = true;
      filled[name] = value;
    }
    if (isEvidenceOnly && !isSaid) return undefined;
    for (const name of required) {
      if (filled[name] !== undefined) continue;
      const property = properties.find(([other]) => other === name)?.[1];
      filled[name] = this.fill(
        name,
        isNode(property) ? property : { type: 'string' },
        false,
        depth + 1,
        objectName,
      );
    }
    const inOrder = Object.fromEntries([
      ...properties
        .filter(([name]) => filled[name] !== undefined)
        .map(([name]) => [name, filled[name]] as const),
      ...Object.entries(filled),
    ]);
    return this.withLabels(node, inOrder, depth);
  }

  /** A lone quotation is what a letter says rather than its title, so the field that says it chooses first. */
  private bodyFirst(
    properties: readonly (readonly [string, unknown])[],
  ): readonly (readonly [string, unknown])[] {
    const rank = ([name]: readonly [string, unknown]): number => (kindOf(name, '') === 'message' ? 0 : 1);
    return properties.toSorted((one, other) => rank(one) - rank(other));
  }

  /** An open map (`additionalProperties` with a schema and no names) is filled from labels, or with one entry. */
  private withLabels(node: SchemaNode, filled: Record<string, unknown>, depth: number): unknown {
    const values = node['additionalProperties'];
    const least = numberAt(node, 'minProperties') ?? 0;
    if (!isNode(values) || Object.keys(filled).length > 0) return filled;
    for (const match of this.evidence.text.matchAll(
      /(?:^|[\n,;{(]|:\s)\s*["«]?(\p{L}[\p{L}_]{1,30})["»]?\s*[:=—–-]\s*[^\s]/gu,
    )) {
      const value = this.fill(match[1] ?? '', values, true, depth + 1);
      if (value !== undefined) filled[match[1] ?? ''] = value;
    }
    for (let count = Object.keys(filled).length; count < least; count++) {
      filled[`key${count + 1}`] = this.fill('', values, false, depth + 1);
    }
    return filled;
  }

  private fillArray(name: string, node: SchemaNode, isEvidenceOnly: boolean, depth: number): unknown {
    const tuple = nodesAt(node, 'prefixItems');
    if (tuple.length > 0)
      return isEvidenceOnly ? undefined : tuple.map((item) => this.fill(name, item, false, depth + 1));
    const items = mergeAllOf(dereference(nodeAt(node, 'items') ?? { type: 'string' }, this.root), this.root);
    const least = numberAt(node, 'minItems') ?? 0;
    const most = Math.max(least, numberAt(node, 'maxItems') ?? 12);
    const said = depth >= deepest ? [] : this.itemsSaid(name, node, items, depth).slice(0, most);
    if (said.length === 0 && isEvidenceOnly) return undefined;
    const wanted = Math.max(
      least,
      said.length > 0 ? said.length : depth >= deepest ? 0 : Math.min(most, this.countAsked()),
    );
    const values = [...said];
    for (let attempt = 0; values.length < wanted && attempt < wanted + 40; attempt++) {
      const unused = Array.isArray(items['enum'])
        ? items['enum'].find((allowed) => !values.includes(allowed))
        : undefined;
      const value =
        unused ??
        this.distinct(
          this.fill(singular(name), items, false, depth + 1),
          values,
          node['uniqueItems'] === true,
        );
      if (value !== undefined) values.push(value);
    }
    return values;
  }

  /** Items the text lists: numbers, cities, allowed values, quotations, a list after a label, or one object a line. */
  private itemsSaid(name: string, node: SchemaNode, items: SchemaNode, depth: number): unknown[] {
    const { text } = this.evidence;
    const allowed = items['enum'];
    if (Array.isArray(allowed))
      return allowed.filter((value) => findEnum([value], name, this.evidence) !== undefined);
    const [type] = typesOf(items);
    const description = stringAt(node, 'description') ?? '';
    if (type === 'number' || type === 'integer') {
      return numbersIn(text).map(({ value }) => withinLimits(value, items, type === 'integer'));
    }
    if (type === 'object') return this.objectsSaid(name, items, depth);
    if (type !== 'string') return [];
    const kind = kindOf(singular(name), description);
    if (kind === 'city' || kind === 'destination') return citiesIn(text).map((city) => city.name);
    if (kind === 'email') return text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [];
    if (kind === 'url') return text.match(/https?:\/\/[^\s<>"'»)]+/g) ?? [];
    const label = valueAfterLabel(name, description, text);
    if (label !== undefined) return splitList(label);
    const quotations = quotationsIn(text);
    if (quotations.length > 1) return quotations;
    return listIn(text, name);
  }

  /** Each line or sentence that says something for the fields of the item gives one object. */
  private objectsSaid(name: string, items: SchemaNode, depth: number): unknown[] {
    const counted = this.countedSaid(items);
    if (counted.length > 0) return counted;
    const lines = this.evidence.text.split('\n').filter((line) => /^\s*(?:[-*•]|\d+[.)])\s+/.test(line));
    const listed = listIn(this.evidence.text, name);
    const pieces = lines.length > 1 ? lines : listed.length > 1 ? listed : sentencesOf(this.evidence.text);
    if (pieces.length < 2) return [];
    return pieces.flatMap((piece) => {
      const text = piece.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '');
      const own: Evidence = { ...this.evidence, text, taken: new Set() };
      const filler = new SchemaFiller(this.root, own, { skipsUnsaid: this.skipsUnsaid });
      if (
        listed.length < 2 &&
        lines.length < 2 &&
        filler.fill(singular(name), items, true, depth + 1) === undefined
      )
        return [];
      return [
        new SchemaFiller(this.root, { ...own, taken: new Set() }, { skipsUnsaid: this.skipsUnsaid }).fill(
          singular(name),
          items,
          false,
          depth + 1,
        ),
      ];
    });
  }

  /** «2 пиццы и 3 колы» for items with a name and a quantity. */
  private countedSaid(items: SchemaNode): unknown[] {
    const properties = Object.entries(nodeAt(items, 'properties') ?? {});
    const quantity = properties.find(
      ([key, node]) =>
        /quant|count|qty|колич|amount/iu.test(key) &&
        isNode(node) &&
        /^(?:integer|number)$/.test(typesOf(node)[0] ?? ''),
    )?.[0];
    const label = properties.find(
      ([key, node]) =>
        /name|title|item|product|назв|товар/iu.test(key) && isNode(node) && typesOf(node)[0] === 'string',
    )?.[0];
    if (quantity === undefined || label === undefined) return [];
    return countedIn(this.evidence.text).map(({ count, noun }) => {
      const own: Evidence = { ...this.evidence, text: '', taken: new Set() };
      const filler = new SchemaFiller(this.root, own, { skipsUnsaid: this.skipsUnsaid });
      const filled = filler.fill('', items, false, deepest - 1);
      return Object.assign(isNode(filled) ? filled : {}, { [label]: noun, [quantity]: count });
    });
  }

  private countAsked(): number {
    const asked = numbersIn(this.evidence.text).find(
      ({ value }) => Number.isInteger(value) && value > 0 && value <= 10,
    );
    return asked?.value ?? 3;
  }

  private distinct(value: unknown, others: readonly unknown[], isUnique: boolean): unknown {
    if (!isUnique || !others.some((other) => JSON.stringify(other) === JSON.stringify(value))) return value;
    if (typeof value === 'string') return `${value} ${others.length + 1}`;
    return typeof value === 'number' ? value + others.length : undefined;
  }

  private fillNumber(
    name: string,
    node: SchemaNode,
    isInteger: boolean,
    isEvidenceOnly: boolean,
  ): number | undefined {
    const description = stringAt(node, 'description') ?? '';
    const known = this.evidence.known.get(name.toLowerCase());
    const found = typeof known === 'number' ? known : findNumber(name, description, this.evidence);
    if (found !== undefined) return withinLimits(found, node, isInteger);
    if (isEvidenceOnly) return undefined;
    const usual = numberAt(node, 'default') ?? plausibleNumber(name, description, node, this.evidence);
    return withinLimits(usual, node, isInteger);
  }

  private fillBoolean(name: string, node: SchemaNode, isEvidenceOnly: boolean): boolean | undefined {
    const { text } = this.evidence;
    const labelled = valueAfterLabel(name, '', text);
    if (labelled !== undefined) return /^(?:да|yes|true|1|есть|on)/i.test(labelled);
    const wanted = new Set(
      conceptsOf(name.replace(/^(?:is|has|should|with|include|needs?|can)(?=[_A-Z])/, '')),
    );
    const words = wordsOf(text);
    const at = words.findIndex((word) => wanted.has(conceptOf(word)));
    if (at !== -1) return !/^(?:не|без|нет|not|no|without|don't)$/.test(words[at - 1] ?? '');
    if (isEvidenceOnly) return undefined;
    return typeof node['default'] === 'boolean' ? node['default'] : false;
  }
}
