-- The roastery database. Safe to run again: it adds what is missing and changes nothing that is there.

CREATE TABLE IF NOT EXISTS product (
    sku      varchar(20)   PRIMARY KEY,
    name     varchar(80)   NOT NULL,
    category varchar(10)   NOT NULL CHECK (category IN ('ESPRESSO', 'FILTER', 'DECAF')),
    origin   varchar(80)   NOT NULL DEFAULT '',
    price    numeric(10,2) NOT NULL CHECK (price >= 0),
    currency char(3)       NOT NULL
);

CREATE TABLE IF NOT EXISTS stock (
    sku           varchar(20) PRIMARY KEY REFERENCES product ON DELETE CASCADE,
    available     integer     NOT NULL CHECK (available >= 0),
    reserved      integer     NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    reorder_level integer     NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS sales_order (
    id          varchar(36)   PRIMARY KEY,
    customer_id varchar(20)   NOT NULL,
    status      varchar(10)   NOT NULL CHECK (status IN ('PLACED', 'SHIPPED', 'CANCELLED')),
    lines       jsonb         NOT NULL,
    delivery    jsonb         NOT NULL,
    subtotal    numeric(10,2) NOT NULL,
    shipping    numeric(10,2) NOT NULL,
    total       numeric(10,2) NOT NULL,
    currency    char(3)       NOT NULL,
    placed_at   timestamptz   NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS sales_order_by_customer ON sales_order (customer_id, placed_at DESC);

INSERT INTO product (sku, name, category, origin, price, currency) VALUES
    ('ESP-LANTERN-250',  'Lantern House Espresso, 250 g', 'ESPRESSO', 'Brazil, Ethiopia', 9.50,  'EUR'),
    ('ESP-LANTERN-1000', 'Lantern House Espresso, 1 kg',  'ESPRESSO', 'Brazil, Ethiopia', 34.00, 'EUR'),
    ('FIL-KOCHERE-250',  'Kochere, 250 g',                'FILTER',   'Ethiopia',         13.25, 'EUR'),
    ('FIL-HUILA-250',    'Huila, 250 g',                  'FILTER',   'Colombia',         11.75, 'EUR'),
    ('FIL-GESHA-100',    'Gesha, 100 g',                  'FILTER',   'Panama',           24.00, 'EUR'),
    ('DEC-SIERRA-250',   'Sierra Decaf, 250 g',           'DECAF',    'Mexico',           10.90, 'EUR')
ON CONFLICT (sku) DO NOTHING;

INSERT INTO stock (sku, available, reorder_level) VALUES
    ('ESP-LANTERN-250',  120, 20),
    ('ESP-LANTERN-1000', 40,  10),
    ('FIL-KOCHERE-250',  35,  10),
    ('FIL-HUILA-250',    60,  10),
    ('FIL-GESHA-100',    3,   5),
    ('DEC-SIERRA-250',   0,   8)
ON CONFLICT (sku) DO NOTHING;
