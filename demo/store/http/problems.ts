import type {BaseIssue} from 'valibot';
import {type Problem, shown} from './errors.ts';

/** What a schema found, as an answer tells it. Messages in our schemas are written as the end of "expected …". */
export function problemOf(issue: BaseIssue<unknown>): Problem {
  const path = pathOf(issue);
  const place = path === '' ? {} : {path};
  if (isUnknownMember(issue)) return {...place, expected: 'no member of this name'};
  if (issue.type === 'strict_object' && issue.expected?.startsWith('"')) {
    return {...place, expected: 'a value, since it is required'};
  }
  const value = shown(issue.input);
  return {...place, expected: issue.message, ...(value !== undefined && {value})};
}

/** Whether the issue is a member that the object does not have. */
export const isUnknownMember = (issue: BaseIssue<unknown>) =>
  issue.type === 'strict_object' && issue.expected === 'never';

/** `[3].productPermission[0].type`, as one would write it in code. */
function pathOf(issue: BaseIssue<unknown>): string {
  const parts = (issue.path ?? []).map(({key}) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return parts.join('').replace(/^\./, '');
}
