#!/usr/bin/env node
// Builds the images, then trains, serves and scores the sample on the real daemon, under the limits that Jalon sets.
// Plain Node, no dependencies. One line for each check; exit code 1 when one fails. DOCKER_HOST is honoured.
import { builds } from './image-tests/builds.mjs';
import { catalogue } from './image-tests/catalogue.mjs';
import { cleanUp, count, docker, run } from './image-tests/harness.mjs';
import { scoring } from './image-tests/scoring.mjs';
import { serving } from './image-tests/serving.mjs';

try {
  if (await builds()) {
    docker(['network', 'create', run]);
    await scoring(await serving());
    await catalogue();
  }
} finally {
  cleanUp();
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
