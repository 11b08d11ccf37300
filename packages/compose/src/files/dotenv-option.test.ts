import { expect, it } from 'vitest';
import { parseStack } from '../parse-stack';

const TEXT = `services:\n  web:\n    image: "web:\${TAG:-none}"\n`;
const files = new Map([['.env', 'TAG=project\n']]);

it('reads the .env of the project unless other files stand for it', () => {
  const imageOf = (dotenv?: boolean) =>
    parseStack(TEXT, {}, { files, ...(dotenv === undefined ? {} : { dotenv }) }).stack.services.web?.image;
  expect([imageOf(), imageOf(true), imageOf(false)]).toEqual(['web:project', 'web:project', 'web:none']);
});
