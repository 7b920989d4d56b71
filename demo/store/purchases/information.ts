import * as v from 'valibot';
import {MAX_LENGTH} from '../assumptions.ts';
import type {UserInformation} from '../database/tables.ts';
import {invalid, type Problem} from '../http/errors.ts';
import {objectOf, text} from '../http/validate.ts';

/** What a shopper may leave. */
export const information = objectOf({
  name: v.optional(text(MAX_LENGTH.label)),
  phone: v.optional(text(MAX_LENGTH.label)),
  address: v.optional(text(MAX_LENGTH.name)),
});

export type Information = v.InferOutput<typeof information>;

/**
 * What of it the product asks for; the rest is not kept.
 *
 * @throws {StoreError} 400 that names what is asked for and missing.
 */
export function collect(left: Information, asked: UserInformation): Information {
  if (!asked.isEnabled) return {};
  const switches = {
    name: asked.shouldCollectName,
    phone: asked.shouldCollectPhone,
    address: asked.shouldCollectAddress,
  };
  const wanted = (Object.keys(switches) as (keyof typeof switches)[]).filter((name) => switches[name]);
  const problems = wanted
    .filter((name) => !left[name]?.trim())
    .map((name): Problem => ({
      path: `information.${name}`,
      expected: 'a value, since the product asks for it',
    }));
  if (problems.length > 0) throw invalid(problems);
  return Object.fromEntries(wanted.map((name) => [name, left[name]]));
}
