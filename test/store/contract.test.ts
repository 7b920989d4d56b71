/**
 * The service against its contract, part by part. They share one process and one database, since each costs more to
 * start than most parts take. One alone: `node --import tsx --test test/store/contract/csv.ts`.
 */
import './contract/access.ts';
import './contract/bulk.ts';
import './contract/categories.ts';
import './contract/csv.ts';
import './contract/events.ts';
import './contract/examples.ts';
import './contract/faults.ts';
import './contract/guide.ts';
import './contract/openapi.ts';
import './contract/products-read.ts';
import './contract/products-write.ts';
import './contract/purchases.ts';
import './contract/stores.ts';
import './contract/visibility.ts';
