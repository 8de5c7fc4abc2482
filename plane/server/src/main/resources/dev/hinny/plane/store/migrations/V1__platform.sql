-- Identifiers of organisations, environments, users and deployments are UUIDs as text: that is how the API carries them.

create table organizations (
    id text primary key,
    name text not null,
    parent_id text references organizations,
    owner_id text,
    created timestamptz not null default now()
);
create unique index organizations_one_root on organizations ((true)) where parent_id is null;

create table environments (
    id text primary key,
    organization_id text not null references organizations,
    name text not null,
    type text not null check (type in ('design', 'sandbox', 'production')),
    client_id text not null unique,
    client_secret bytea not null,
    created timestamptz not null default now(),
    constraint environment_name unique (organization_id, name)
);

create table users (
    id text primary key,
    organization_id text not null references organizations,
    username text not null,
    first_name text not null,
    last_name text not null,
    email text not null,
    password_hash text not null,
    enabled boolean not null default true,
    created timestamptz not null default now(),
    constraint user_name unique (username)
);

create table connected_apps (
    client_id text primary key,
    organization_id text not null references organizations,
    name text not null,
    secret_hash text not null,
    grant_types text[] not null,
    enabled boolean not null default true,
    created timestamptz not null default now(),
    constraint connected_app_name unique (organization_id, name)
);

create table teams (
    id text primary key,
    organization_id text not null references organizations,
    name text not null,
    constraint team_name unique (organization_id, name)
);
create table team_members (
    team_id text not null references teams on delete cascade,
    user_id text not null references users on delete cascade,
    primary key (team_id, user_id)
);

-- The holder is a user, a connected app or a team; no environment means all of the organisation.
create table grants (
    holder_id text not null,
    permission text not null,
    organization_id text not null references organizations on delete cascade,
    environment_id text references environments on delete cascade
);
create unique index grants_once on grants (holder_id, permission, organization_id, coalesce(environment_id, ''));

create table tokens (
    hash text primary key,
    principal_kind text not null check (principal_kind in ('USER', 'APP')),
    principal_id text not null,
    expires timestamptz not null
);
create index tokens_expiry on tokens (expires);

create table audit (
    id bigint generated always as identity primary key,
    organization_id text not null,
    environment_id text,
    at timestamptz not null default now(),
    user_id text not null,
    user_name text not null,
    connected_app boolean not null,
    product text not null,
    action text not null,
    object_type text not null,
    object_id text not null,
    object_name text not null,
    payload jsonb not null
);
create index audit_by_time on audit (organization_id, at desc, id desc);
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed or removed';
end $$;
create trigger audit_append_only before update or delete on audit
    for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit
    for each statement execute function audit_is_append_only();

create table blobs (
    sha256 text primary key,
    size bigint not null,
    created timestamptz not null default now()
);
create table blob_pieces (
    sha256 text not null references blobs on delete cascade,
    piece int not null,
    content bytea not null,
    primary key (sha256, piece)
);
-- Archives are compressed already.
alter table blob_pieces alter column content set storage external;

create table assets (
    group_id text not null,
    asset_id text not null,
    organization_id text not null references organizations,
    name text not null,
    description text not null,
    type text not null,
    icon text not null default '',
    created timestamptz not null default now(),
    updated timestamptz not null default now(),
    primary key (group_id, asset_id)
);
create table asset_versions (
    id bigint generated always as identity primary key,
    group_id text not null,
    asset_id text not null,
    version text not null,
    organization_id text not null references organizations,
    status text not null,
    api_version text not null,
    properties jsonb not null,
    tags jsonb not null,
    dependencies jsonb not null,
    created_by text not null,
    created timestamptz not null default now(),
    updated timestamptz not null default now(),
    constraint asset_version unique (group_id, asset_id, version),
    foreign key (group_id, asset_id) references assets on delete cascade
);
create table asset_files (
    version_id bigint not null references asset_versions on delete cascade,
    classifier text not null,
    packaging text not null,
    file_name text not null,
    main_file text not null,
    sha256 text not null references blobs,
    size bigint not null,
    primary key (version_id, classifier, packaging)
);

create table api_instances (
    id bigint generated always as identity (start with 1000001) primary key,
    organization_id text not null references organizations,
    environment_id text not null references environments,
    group_id text not null,
    asset_id text not null,
    asset_version text not null,
    product_version text not null,
    label text,
    technology text not null,
    endpoint jsonb not null,
    deprecated boolean not null default false,
    is_public boolean not null default false,
    created timestamptz not null default now(),
    updated timestamptz not null default now()
);
create index api_instances_by_environment on api_instances (environment_id, id);

create table policies (
    id bigint generated always as identity (start with 100001) primary key,
    organization_id text not null references organizations,
    environment_id text not null references environments,
    api_id bigint not null references api_instances on delete cascade,
    group_id text not null,
    template text not null,
    version text not null,
    position int not null,
    disabled boolean not null default false,
    -- A policy's parameters may hold credentials, so they are encrypted as a whole.
    configuration bytea not null,
    pointcut jsonb,
    created timestamptz not null default now(),
    updated timestamptz not null default now(),
    constraint policy_position unique (api_id, position) deferrable initially deferred
);

create table sla_tiers (
    id bigint generated always as identity (start with 10001) primary key,
    organization_id text not null references organizations,
    environment_id text not null references environments,
    api_id bigint not null references api_instances on delete cascade,
    name text not null,
    description text not null,
    auto_approve boolean not null,
    status text not null,
    limits jsonb not null,
    created timestamptz not null default now(),
    updated timestamptz not null default now(),
    constraint tier_name unique (api_id, name)
);

create table client_applications (
    id bigint generated always as identity (start with 10001) primary key,
    organization_id text not null references organizations,
    name text not null,
    description text not null,
    url text not null,
    redirect_uris jsonb not null,
    client_id text not null unique,
    client_secret bytea not null,
    client_secret_hash text not null,
    owner text not null,
    created timestamptz not null default now(),
    updated timestamptz not null default now(),
    constraint client_application_name unique (organization_id, name)
);

create table contracts (
    id bigint generated always as identity (start with 10001) primary key,
    organization_id text not null references organizations,
    environment_id text not null references environments,
    api_id bigint not null references api_instances on delete cascade,
    application_id bigint not null references client_applications on delete cascade,
    tier_id bigint references sla_tiers,
    requested_tier_id bigint references sla_tiers,
    status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'REVOKED')),
    created timestamptz not null default now(),
    updated timestamptz not null default now(),
    constraint contract_once unique (api_id, application_id)
);

-- The desired state. A deleted application stays until its replicas are gone; its name is free at once.
create table applications (
    id text primary key,
    domain text not null,
    organization_id text not null references organizations,
    environment_id text not null references environments,
    desired text not null check (desired in ('STARTED', 'STOPPED', 'DELETED')),
    deployment_id text not null,
    serving_deployment_id text,
    update_status text,
    updated timestamptz not null default now(),
    created timestamptz not null default now()
);
create unique index application_domain on applications (domain) where desired <> 'DELETED';
create index applications_by_environment on applications (environment_id);

create table deployments (
    id text primary key,
    application_id text not null references applications on delete cascade,
    organization_id text not null,
    environment_id text not null,
    number bigint generated always as identity,
    sha256 text not null references blobs,
    file_name text not null,
    mule_version text not null,
    region text not null,
    workers int not null check (workers between 1 and 64),
    vcores numeric(5,2) not null,
    properties bytea not null,
    options jsonb not null,
    status text not null check (status in ('DEPLOYING', 'STARTED', 'FAILED', 'SUPERSEDED')),
    problems jsonb not null default '[]',
    created_by text not null,
    created timestamptz not null default now(),
    ended timestamptz
);
create index deployments_by_application on deployments (application_id, number desc);

-- The actual state, as the replicas report it. An edge has no application.
create table replicas (
    id text primary key,
    role text not null check (role in ('WORKER', 'EDGE')),
    organization_id text,
    environment_id text,
    application_id text references applications on delete cascade,
    deployment_id text,
    ordinal int not null,
    desired text not null check (desired in ('RUNNING', 'STOPPED')),
    state text not null,
    snapshot_hash text not null default '',
    pid bigint not null default 0,
    started_millis bigint not null default 0,
    listeners jsonb not null default '[]',
    problems jsonb not null default '[]',
    apis jsonb not null default '[]',
    reported timestamptz,
    created timestamptz not null default now(),
    stopping timestamptz
);
create index replicas_by_application on replicas (application_id);

-- What the load balancer was last told of each application.
create table application_targets (
    application_id text primary key references applications on delete cascade,
    targets jsonb not null
);

create table mapping_rules (
    id bigint generated always as identity primary key,
    organization_id text not null references organizations,
    environment_id text not null references environments,
    host text not null,
    path_prefix text not null,
    target_path text not null,
    domain text not null,
    constraint mapping_rule_once unique (host, path_prefix)
);

create table log_lines (
    replica_id text not null,
    sequence bigint not null,
    application_id text not null references applications on delete cascade,
    deployment_id text not null,
    organization_id text not null,
    environment_id text not null,
    at timestamptz not null,
    level text not null,
    logger text not null,
    thread text not null,
    correlation_id text,
    event text not null,
    throwable text,
    bytes int not null,
    id bigint generated always as identity,
    primary key (replica_id, sequence)
);
create index log_lines_by_application on log_lines (application_id, id);

create table leases (
    name text primary key,
    holder text not null,
    token bigint not null,
    expires timestamptz not null
);

create table snapshot_versions (
    scope text primary key,
    version bigint not null
);
