import { Document, Scalar, type ScalarTag, visit } from 'yaml';

/** Permission bits; YAML 1.1 and people read `0444`, and neither `292` nor `0o444`. */
export class FileMode {
  constructor(readonly bits: number) {}
}

export type Writable =
  | string
  | number
  | boolean
  | null
  | FileMode
  | Writable[]
  | { [key: string]: Writable | undefined };

const MODE: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  identify: (value) => value instanceof FileMode,
  resolve: (text) => text,
  stringify: ({ value }) => (value instanceof FileMode ? `0${value.bits.toString(8)}` : String(value)),
};

/** Texts that are texts to every reader of YAML, old and new, without quotes. */
const PLAIN = /^[A-Za-z/][A-Za-z0-9_./@+-]*$/;
const WORDS_OF_OLD_YAML = /^(y|yes|n|no|on|off|true|false|null|e[-+]?\d+)$/i;

/**
 * Plain data as YAML that YAML 1.1 and 1.2 read alike: texts are quoted unless they are plain words, and dollars are
 * doubled, so that nothing in them is a variable.
 */
export function composeText(data: { [key: string]: Writable | undefined }): string {
  const document = new Document(data, { customTags: [MODE], aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== 'string') return;
      const text = key === 'key' ? node.value : node.value.replaceAll('$', '$$$$');
      node.value = text;
      const plain = PLAIN.test(text) && !WORDS_OF_OLD_YAML.test(text);
      node.type = plain ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}
