import {render} from 'lit';
import {appView} from './app-view.ts';
import {Configurator} from './configurator.ts';
import type {Facts} from './facts.ts';
import {filled, LANGUAGES, spokenOf} from './texts/texts.ts';

// The script of the configurator's page: it reads the facts, and hands the page over to what is made of them.

const language = spokenOf([new URL(location.href).searchParams.get('lang') ?? '', ...navigator.languages]);
try {
  const answer = await fetch('/configurator/facts.json');
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const configurator = new Configurator((await answer.json()) as Facts, language);
  configurator.start((scene) => render(appView(scene), document.body));
} catch (error) {
  const said = document.createElement('p');
  said.className = 'failed';
  said.setAttribute('role', 'alert');
  const {failed} = LANGUAGES[language]!.texts;
  said.textContent = filled(failed, {reason: error instanceof Error ? error.message : String(error)});
  document.body.replaceChildren(said);
}
