import type { AttachmentType } from '@jalon/contracts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** True for UTF-8 without control characters but tabs and the ends of lines and pages. */
function isText(bytes: Buffer): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are no text.
    return false;
  }
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32) || code === 127) return false;
  }
  return true;
}

const LOOKS: Record<AttachmentType, (bytes: Buffer) => boolean> = {
  PDF: (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
  PNG: (bytes) => bytes.subarray(0, PNG.length).equals(PNG),
  // Names stand uncompressed in a zip: those two are in every workbook, and in no other document.
  XLSX: (bytes) =>
    bytes.subarray(0, ZIP.length).equals(ZIP) &&
    bytes.includes('[Content_Types].xml') &&
    bytes.includes('xl/workbook'),
  CSV: isText,
  MD: isText,
};

/** What a file is: what its name says, when its bytes say so as well; null when they do not. */
export function sniffType(name: string, bytes: Buffer): AttachmentType | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  const type = (Object.keys(LOOKS) as AttachmentType[]).find((known) => known === ending);
  return type && LOOKS[type](bytes) ? type : null;
}
