import {type RawBuilder, sql} from 'kysely';
import type {Viewer} from '../members/member.ts';

/**
 * Whether a viewer sees `products`: everybody sees a product whose access is not restricted; of the others, who is
 * admitted by one of their permissions.
 */
export const isVisibleTo = (viewer: Viewer): RawBuilder<boolean> => sql<boolean>`(
  not products.is_product_access_enabled or exists (
    select 1 from product_permissions
    where product_permissions.product_id = products.id and ${admits(viewer)}))`;

/**
 * Whether an entry of `product_permissions` admits a viewer: it is enabled, and names one of their roles, one of their
 * tags or themselves, or has a combination all parts of which hold. A part holds for whoever has all of its values.
 */
export const admits = ({username, roles, tags}: Viewer): RawBuilder<boolean> => sql<boolean>`(
  product_permissions.is_enabled and (
    product_permissions.role_names && ${roles}::text[]
    or product_permissions.tag_names && ${tags}::text[]
    or ${username}::text = any(product_permissions.usernames)
    or (product_permissions.combination <> '[]'::jsonb and not exists (
      select 1 from jsonb_array_elements(product_permissions.combination) as part
      where not (part -> 'values' <@ case part ->> 'type'
        when 'role' then to_jsonb(${roles}::text[])
        when 'tag' then to_jsonb(${tags}::text[])
        when 'user' then to_jsonb(array[${username}::text])
        else '[]'::jsonb
      end)))))`;
