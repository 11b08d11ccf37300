/** Something a person can put right: its message is printed alone, without a stack. */
export class Refusal extends Error {
  name = 'Refusal';
}

/** Runs a command's main function; a refusal ends it with exit code 1 and its message, anything else is a bug. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(error instanceof Refusal ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
    process.exit(1);
  }
}
