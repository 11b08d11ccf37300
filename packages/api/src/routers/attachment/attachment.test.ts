import { randomUUID } from 'node:crypto';
import { ATTACHMENT_MAX_BYTES } from '@jalon/contracts';
import { sniffType } from '@jalon/core/attachment';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleAttachmentRequest } from '../../server/handle-attachment';
import { type PeopleWorld, peopleWorld } from '../../testing/people-world';

const PDF = Buffer.from('%PDF-1.7\n%…');
let world: PeopleWorld;
let owner: string;
let engineer: string;
let useCaseId: string;
beforeAll(async () => {
  world = await peopleWorld();
  owner = await world.cookieOf(await world.person('BUSINESS'));
  engineer = await world.cookieOf(await world.person('ENGINEER'));
  const made = await (await world.caller(owner)).useCase.create({
    title: 'With papers',
    businessUnit: 'Online sales',
    benefitType: 'COST_REDUCTION',
  });
  useCaseId = made.id;
});
afterAll(() => world.close());

const ask = (
  cookie: string | null,
  query: Record<string, string>,
  body?: Uint8Array<ArrayBuffer>,
  origin = 'http://web.example',
) =>
  handleAttachmentRequest(
    world.server,
    new Request(`http://web.example/api/attachments?${new URLSearchParams(query)}`, {
      headers: { ...(cookie ? { cookie } : {}), origin },
      ...(body ? { method: 'PUT', body } : {}),
    }),
  );
const put = (cookie: string | null, name: string, bytes: Uint8Array, origin?: string) =>
  ask(cookie, { useCaseId, name }, new Uint8Array(bytes), origin);

describe('an attachment', () => {
  it('is added, listed, read as a download, and removed by whoever added it', async () => {
    const added = await put(engineer, 'Étude des pompes.pdf', PDF);
    expect(added.status).toBe(200);
    const { id } = (await added.json()) as { id: string };
    const caller = await world.caller(owner);
    expect(await caller.attachment.list({ useCaseId })).toMatchObject([
      { id, name: 'Étude des pompes.pdf', type: 'PDF', size: PDF.length, mayRemove: false },
    ]);
    const read = await ask(owner, { attachmentId: id });
    expect(Buffer.from(await read.arrayBuffer())).toEqual(PDF);
    expect(read.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%C3%89tude/);
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    await expect(caller.attachment.remove({ attachmentId: id })).rejects.toThrow(/Only .*, who added it/);
    await (await world.caller(engineer)).attachment.remove({ attachmentId: id });
    expect((await ask(owner, { attachmentId: id })).status).toBe(404);
    const history = await caller.useCase.history({ useCaseId });
    expect(history.slice(0, 2).map(({ action }) => action)).toEqual([
      'attachment.removed',
      'attachment.added',
    ]);
    expect(await world.database.db.attachmentContent.count()).toBe(0);
  });

  it.each([
    ['a page that calls itself a PDF', 'report.pdf', Buffer.from('<script>alert(1)</script>')],
    ['bytes that call themselves a table', 'figures.csv', Buffer.from([0x4d, 0x5a, 0x90, 0x00])],
    ['an archive that is no workbook', 'book.xlsx', Buffer.from('PK\x03\x04 word/document.xml')],
    ['a program', 'setup.exe', PDF],
    ['a name with a folder in it', '../report.pdf', PDF],
    ['nothing', 'empty.md', Buffer.alloc(0)],
    ['too much', 'long.md', Buffer.alloc(ATTACHMENT_MAX_BYTES + 1, 'a')],
  ])('is refused: %s', async (_what, name, bytes) => {
    expect((await put(owner, name, bytes)).status).toBe(400);
    expect(await (await world.caller(owner)).attachment.list({ useCaseId })).toEqual([]);
  });

  it('needs somebody who is signed in, a page of ours, and a use case', async () => {
    expect((await put(null, 'a.pdf', PDF)).status).toBe(401);
    expect((await put(owner, 'a.pdf', PDF, 'http://elsewhere.example')).status).toBe(403);
    expect((await ask(owner, { useCaseId: randomUUID(), name: 'a.pdf' }, new Uint8Array(PDF))).status).toBe(
      404,
    );
    expect((await ask(owner, { attachmentId: randomUUID() })).status).toBe(404);
    expect((await ask(null, { attachmentId: randomUUID() })).status).toBe(401);
  });

  it('is known by its bytes and its name together', () => {
    const workbook = Buffer.from('PK\x03\x04[Content_Types].xml xl/workbook.xml');
    expect(sniffType('Book.XLSX', workbook)).toBe('XLSX');
    expect(sniffType('notes.md', Buffer.from('# Notes\n'))).toBe('MD');
    expect(sniffType('figures.csv', Buffer.from('a;b\r\n1;2\r\n'))).toBe('CSV');
    expect(sniffType('figures.csv', workbook)).toBeNull();
  });
});
