import { afterAll, beforeAll, expect } from 'vitest';
import { BinDev } from './BinDev';
import { Browser } from './Browser';
import type { Person } from './Person';

/** The whole product and a browser, for the tests of one file. */
export function useProduct() {
  let dev: BinDev | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    dev = await BinDev.start();
    browser = await Browser.launch(dev.origin);
  });
  afterAll(async () => {
    await browser?.close();
    await dev?.stop();
  });
  return {
    get dev() {
      return dev!;
    },
    get browser() {
      return browser!;
    },
  };
}

/** Closes the browser windows of these people, none of whom may have had a script fail. */
export async function leave(...people: Person[]): Promise<void> {
  const complaints = people.flatMap((person) => person.complaints);
  await Promise.all(people.map((person) => person.context.close()));
  expect(complaints).toEqual([]);
}
