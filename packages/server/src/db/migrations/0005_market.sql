-- What the market is remembered by: comparables found by what they are, ads found again by their words, sellers' pace.
-- The key tables hold numbers and times only and are read by their primary key, newest or oldest first, a fixed number of rows a key.

alter table comparables
  -- whole, lot, part_only, defect
  add column kind text not null default 'whole',
  -- it was sold for that, not only offered
  add column sold boolean not null default false,
  -- the keys under which it stands in comparable_keys
  add column keys bigint[] not null default '{}';

create table comparable_keys (
  marketplace text not null,
  key bigint not null,
  at timestamptz not null,
  listing text not null,
  primary key (marketplace, key, at, listing)
);

-- Every listing as its newest revision reads, to be compared with the next.
create table listing_prints (
  marketplace text not null,
  listing text not null,
  seller text not null,
  at timestamptz not null,
  first_at timestamptz not null,
  title text not null,
  -- the first 400 characters of the description
  text text not null,
  -- of the whole text, normalised
  digest bigint not null,
  category text not null,
  currency text not null,
  amount double precision,
  -- brand, model, size, colour, serial number…: what tells two of a kind apart
  marks text not null,
  -- references of the first eight pictures, hashed
  pictures bigint[] not null,
  -- host of the first picture's address
  origin text not null,
  outcome text not null,
  -- sold, withdrawn or expired
  ended boolean not null,
  -- the keys under which it stands in listing_bands and, once approved, the words in listing_words
  bands bigint[] not null,
  words text[] not null,
  primary key (marketplace, listing)
);
create index listing_prints_seller on listing_prints (marketplace, seller, first_at desc);

create table listing_bands (
  marketplace text not null,
  band bigint not null,
  at timestamptz not null,
  listing text not null,
  primary key (marketplace, band, at, listing)
);

-- Words of approved titles and the category that they were approved in.
create table listing_words (
  marketplace text not null,
  word text not null,
  at timestamptz not null,
  listing text not null,
  category text not null,
  primary key (marketplace, word, at, listing)
);

-- How many ads a seller created on a day (UTC). `spread` scatters sellers, so that the first hundred of a day are a fair sample of it.
create table seller_days (
  marketplace text not null,
  seller text not null,
  day date not null,
  listings integer not null,
  spread integer not null,
  primary key (marketplace, seller, day)
);
create index seller_days_sample on seller_days (marketplace, day, spread, seller);

do $$
declare t text;
begin
  foreach t in array array['comparable_keys', 'listing_prints', 'listing_bands', 'listing_words', 'seller_days']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_marketplace on %I using (marketplace = current_setting(''assay.marketplace'', true)) with check (marketplace = current_setting(''assay.marketplace'', true))', t);
    execute format('grant select, insert, update, delete on %I to assay_app', t);
  end loop;
end $$;
