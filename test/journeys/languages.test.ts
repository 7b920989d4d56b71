import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LANGUAGES} from '../../src/i18n/messages/files.ts';
import {visit, type Visit} from './support/browser.ts';
import {setStage} from './support/stage.ts';

/** The languages whose files a page has loaded, in order. */
const loadedBy = ({requests}: Visit) =>
  requests
    .map((request) => /\/chunks\/([a-z]{2}(?:-[A-Z]\w+)?)-\w{8}\.js$/.exec(request.url())?.[1])
    .filter((tag) => tag !== undefined);

describe('the words of the built widget', () => {
  const stage = setStage('journey-key-8b21c4e0d977');

  /** Visits the partner's page, and changes its language to one after the other. */
  async function speaking(...tags: readonly string[]): Promise<{visited: Visit; actions: string[]}> {
    const visited = await visit(stage.browser);
    const {page} = visited;
    await page.goto(`${stage.demo.pages.url}/partner.html?lang=en`);
    const action = page.locator('rai-product-card [part=verdict]').first();
    const actions = [await action.innerText()];
    for (const tag of tags) {
      await page.evaluate((lang) => (document.documentElement.lang = lang), tag);
      // The words in Portuguese are Brazil's, whatever country the reader is in.
      const words = tag.startsWith('pt') ? 'pt-BR' : tag;
      await page.locator(`rai-store [part=root][lang="${words}"]`).first().waitFor();
      actions.push(await action.innerText());
    }
    assert.deepEqual(visited.faults, []);
    return {visited, actions};
  }

  it('come without a further file in English', async () => {
    const {visited, actions} = await speaking();

    assert.deepEqual(loadedBy(visited), []);
    assert.deepEqual(actions, ['Redeem']);
    await visited.close();
  });

  it('come as one file for each language that is needed, by the reader’s script and country', async () => {
    const {visited, actions} = await speaking('zh-HK', 'pt-PT', 'zh-SG');

    assert.deepEqual(loadedBy(visited), ['zh-Hant', 'pt', 'zh']);
    assert.deepEqual(actions, ['Redeem', '兌換', 'Resgatar', '兑换']);
    await visited.close();
  });

  it('come in every language', async () => {
    const {visited} = await speaking(...LANGUAGES);

    assert.deepEqual(loadedBy(visited), LANGUAGES);
    await visited.close();
  });

  it('come in the pseudo-locale, without a file of a language', async () => {
    const {visited} = await speaking('de');
    const {page} = visited;

    await page.evaluate(() => (document.documentElement.lang = 'en-XA'));

    await page.getByText('[Ŕéðééɱ').first().waitFor();
    assert.deepEqual(loadedBy(visited), ['de']);
    await visited.close();
  });

  it('give way to the page’s own', async () => {
    const {visited} = await speaking();
    const {page} = visited;

    await page
      .locator('rai-store')
      .evaluate((store) => store.setAttribute('words', '{"product.redeem": "Get it"}'));

    await page.getByText('Get it').first().waitFor();
    await visited.close();
  });
});
