import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'csv-parse/sync';
import {categories, codesOf, csv, products, rows} from './reading.ts';

const HEADERS =
  `Name, Description, Image, Price, Category Name, Discount Enabled, Discount Price, Discount Start Date, Discount End Date,
  User Information Enabled, Collect Name, Collect Phone, Collect Address, Prioritize Expiring Vouchers,
  Display Remaining Quantity, Expiring Highlight Enabled, Expiring Highlight Duration, Expiring Highlight Timeframe,
  Archived, Redemption Instructions, Product Access Enabled, Purchase Status Override Name, Vouchers, Voucher Expire Date,
  Permission Enabled, Permission Type, Roles, Tags, Users, Combination Type, Combination Values, Special Price,
  Special Price Enabled, Purchase Limit Enabled, Purchase Limit Quantity, Purchase Limit Interval Count,
  Purchase Limit Interval Unit, Access Level, Exclusive Tag Enabled`.split(/,\s+/);
const PERMISSIONS_FROM = HEADERS.indexOf('Permission Enabled');

describe('the demo catalogue as a CSV', () => {
  it('has exactly the documented headers in their order', () => {
    const [headers] = parse(csv, {to: 1});

    assert.deepEqual(headers, HEADERS);
  });

  it('offers 48 or more rewards, each under its own name, in 6 or more categories of different sizes', () => {
    const listed = products.filter((row) => row['Archived'] === 'false');
    const sizes = categories.map(({name}) => listed.filter((row) => row['Category Name'] === name).length);

    assert.ok(listed.length >= 48, `${listed.length} products`);
    assert.equal(new Set(products.map(({Name}) => Name)).size, products.length);
    assert.ok(categories.length >= 6);
    assert.ok(sizes.every((size) => size > 0));
    assert.ok(new Set(sizes).size > 3, sizes.join());
    assert.equal(
      sizes.reduce((sum, size) => sum + size),
      listed.length,
    );
  });

  it('says of every product what a shopper needs, in cells that the service can read', () => {
    for (const row of products) {
      const name = row['Name']!;
      assert.match(row['Price']!, /^\d+$/, name);
      assert.match(row['Description']!, /^<p>/, name);
      assert.match(row['Redemption Instructions']!, /^<(p|ol)>/, name);
      for (const header of HEADERS.filter((one) => /Enabled$|^Collect|^Archived|^Prioritize/.test(one))) {
        if (HEADERS.indexOf(header) < PERMISSIONS_FROM)
          assert.match(row[header]!, /^(true|false)$/, `${name}: ${header}`);
      }
      assert.equal(codesOf(row).length === 0, row['Voucher Expire Date'] === '', `${name}: expiry`);
    }
  });

  it('gives no voucher code twice, and none to more than 60 of a kind', () => {
    const codes = products.flatMap(codesOf);

    assert.equal(new Set(codes).size, codes.length);
    assert.ok(codes.every((code) => /^NWH-[A-Z0-9]+-[2-9A-Z]{5}$/.test(code)));
    assert.ok(products.every((row) => codesOf(row).length <= 60));
  });

  it('adds a permission by a row that carries permission columns only', () => {
    const further = rows.filter(({Name}) => !Name);

    assert.equal(further.length, 1);
    for (const row of further) {
      assert.ok(HEADERS.slice(0, PERMISSIONS_FROM).every((header) => row[header] === ''));
      assert.notEqual(row['Permission Type'], '');
    }
    assert.ok(products.filter((row) => row['Permission Enabled'] === 'true').length >= 3);
  });
});
