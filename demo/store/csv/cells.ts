import {LIST_SEPARATORS, NO, YES} from '../assumptions.ts';
import type {CellKind} from './columns.ts';

/** A cell's value, or what was expected instead. */
export type Cell = {readonly value: unknown} | {readonly expected: string};

/** Reads the text of a cell that is not blank. Whether the value fits its member is the schema's to say. */
export function readCell(kind: CellKind, text: string): Cell {
  const trimmed = text.trim();
  switch (kind) {
    case 'text':
      return {value: text};
    case 'list':
      return {
        value: trimmed
          .split(LIST_SEPARATORS)
          .map((item) => item.trim())
          .filter(Boolean),
      };
    case 'number':
      return /^[-+]?\d+(\.\d+)?$/.test(trimmed) ? {value: Number(trimmed)} : {expected: 'a number'};
    case 'flag':
      if (YES.includes(trimmed.toLowerCase())) return {value: true};
      return NO.includes(trimmed.toLowerCase()) ? {value: false} : {expected: 'true or false'};
  }
}
