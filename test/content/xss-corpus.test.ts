import {expect} from '@open-wc/testing';
import {readFile} from '@web/test-runner-commands';
import {safeHtml} from '../../src/content/safe-html.ts';
import {htmlOf, inert, outsidePolicy} from '../support/oracle.ts';

interface Attack {
  readonly id: string;
  readonly payload: string;
}

/** A share of public collections of attacks, which is kept beside the project and not in it. */
const CORPUS = '../../../shared/xss-corpus.json';

describe('S1, S3: the public collections of attacks', () => {
  let attacks: readonly Attack[] = [];

  before(async function () {
    // The command fails where there is no such file. Then the tests are told as skipped.
    const file = await readFile({path: CORPUS}).catch(() => undefined);
    if (!file) return this.skip();
    attacks = JSON.parse(file) as Attack[];
  });

  it('leave nothing outside of the policy, also when they are parsed again', () => {
    const left = attacks.flatMap(({id, payload}) => {
      const fragment = safeHtml(payload);
      return [...outsidePolicy(fragment), ...outsidePolicy(inert(htmlOf(fragment)))].map(
        (what) => `${id}: ${what}`,
      );
    });

    expect(attacks.length).to.be.greaterThan(0);
    expect(left).to.deep.equal([]);
  });

  it('would mostly be found by the test if they stayed', () => {
    const found = attacks.filter(({payload}) => outsidePolicy(inert(payload)).length);

    expect(found.length / attacks.length).to.be.greaterThan(0.75);
  });
});
