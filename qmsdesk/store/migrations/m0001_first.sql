-- The register as first released. Frozen: a later change of shape is a later migration.

-- The truth: an append-only log of changes, hash-chained per replica.

CREATE TABLE replica (
    id INTEGER NOT NULL PRIMARY KEY,
    audit_id TEXT,
    device TEXT NOT NULL,
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    created_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL DEFAULT 0,
    last_at INTEGER NOT NULL DEFAULT 0,
    chain BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX replica_own ON replica (ifnull(audit_id, '')) WHERE is_own = 1;

CREATE TABLE change (
    replica INTEGER NOT NULL REFERENCES replica DEFERRABLE INITIALLY DEFERRED,
    seq INTEGER NOT NULL,
    mark BLOB NOT NULL,
    at INTEGER NOT NULL,
    author_id TEXT NOT NULL,
    audit_id TEXT,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    salt BLOB,
    line BLOB NOT NULL,
    is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)),
    PRIMARY KEY (replica, seq, mark)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_live ON change (entity, field) WHERE is_live = 1;

CREATE INDEX change_audit ON change (audit_id, at);

-- What is being typed: durable at every pause, sealed into a change when the field is left.

CREATE TABLE draft (
    entity TEXT NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    audit_id TEXT,
    author_id TEXT NOT NULL,
    value TEXT NOT NULL,
    parents TEXT NOT NULL CHECK (json_valid(parents)),
    PRIMARY KEY (entity, field)
) STRICT, WITHOUT ROWID;

-- Where this laptop stands: its owner, the open audit and question. Never travels.

CREATE TABLE bookmark (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The state, a pure function of the log: one table for each kind of record.

CREATE TABLE organisation (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    logo TEXT NOT NULL,
    accent TEXT NOT NULL,
    report_parts TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE department (
    id TEXT NOT NULL PRIMARY KEY,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    committee_sv TEXT NOT NULL,
    committee_en TEXT NOT NULL,
    registry_prefix TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE unit (
    id TEXT NOT NULL PRIMARY KEY,
    department_id TEXT NOT NULL REFERENCES department DEFERRABLE INITIALLY DEFERRED,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    employees INTEGER CHECK (employees >= 0),
    risk TEXT NOT NULL,
    remark_sv TEXT NOT NULL,
    remark_en TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE certificate (
    id TEXT NOT NULL PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    standard TEXT NOT NULL,
    edition TEXT NOT NULL,
    valid_until TEXT CHECK (valid_until IS date(valid_until)),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'lead_auditor', 'auditor', 'manager', 'it')),
    unit_id TEXT REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    competence_sv TEXT NOT NULL,
    competence_en TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE tenure (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    unit_id TEXT NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    from_on TEXT CHECK (from_on IS date(from_on)),
    until_on TEXT CHECK (until_on IS date(until_on)),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE requirement_source (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    edition TEXT NOT NULL,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE requirement (
    id TEXT NOT NULL PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES requirement_source DEFERRABLE INITIALLY DEFERRED,
    clause TEXT NOT NULL,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE unit_source (
    id TEXT NOT NULL PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    source_id TEXT NOT NULL REFERENCES requirement_source DEFERRABLE INITIALLY DEFERRED,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE unit_requirement (
    id TEXT NOT NULL PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    requirement_id TEXT NOT NULL REFERENCES requirement DEFERRABLE INITIALLY DEFERRED,
    applicability TEXT NOT NULL CHECK (applicability IN ('common', 'parameter', 'own', 'not_needed', 'undecided')),
    parameter TEXT NOT NULL,
    reason TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE checklist (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    edition TEXT NOT NULL,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    extends_id TEXT REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE section (
    id TEXT NOT NULL PRIMARY KEY,
    checklist_id TEXT NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL,
    position TEXT NOT NULL,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE question (
    id TEXT NOT NULL PRIMARY KEY,
    section_id TEXT NOT NULL REFERENCES section DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL,
    position TEXT NOT NULL,
    text_sv TEXT NOT NULL,
    text_en TEXT NOT NULL,
    guidance_sv TEXT NOT NULL,
    guidance_en TEXT NOT NULL,
    evidence_sv TEXT NOT NULL,
    evidence_en TEXT NOT NULL,
    refers_to TEXT NOT NULL CHECK (json_valid(refers_to)),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    must_ask INTEGER NOT NULL CHECK (must_ask IN (0, 1)),
    condition TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    commonality TEXT NOT NULL CHECK (commonality IN ('', 'common', 'parameter', 'own')),
    parameter TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE requirement_match (
    id TEXT NOT NULL PRIMARY KEY,
    requirement_id TEXT NOT NULL REFERENCES requirement DEFERRABLE INITIALLY DEFERRED,
    later_id TEXT NOT NULL REFERENCES requirement DEFERRABLE INITIALLY DEFERRED,
    remark TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE phrase (
    id TEXT NOT NULL PRIMARY KEY,
    use TEXT NOT NULL CHECK (
        use IN ('nonconformity', 'observation', 'improvement', 'strength', 'sentence')
    ),
    text_sv TEXT NOT NULL,
    text_en TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE programme (
    id TEXT NOT NULL PRIMARY KEY,
    year INTEGER NOT NULL CHECK (year >= 0),
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    objectives_sv TEXT NOT NULL,
    objectives_en TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'closed')),
    registration_number TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    checklist_id TEXT NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL CHECK (date IS date(date)),
    kind TEXT NOT NULL CHECK (kind IN ('improvement_day', 'internal_audit')),
    state TEXT NOT NULL CHECK (
        state IN ('planned', 'preparing', 'in_progress', 'conferring', 'draft_report', 
        'fact_check', 'final', 'follow_up', 'closed', 'cancelled')
    ),
    programme_id TEXT REFERENCES programme DEFERRABLE INITIALLY DEFERRED,
    starts_at TEXT,
    ends_at TEXT,
    objective TEXT NOT NULL,
    scope TEXT NOT NULL,
    criteria TEXT NOT NULL,
    registration_number TEXT NOT NULL,
    summary TEXT NOT NULL,
    cancellation TEXT NOT NULL,
    invitation TEXT NOT NULL,
    opened_at TEXT,
    closed_at TEXT,
    report_parts TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE audit_question (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    question_id TEXT NOT NULL REFERENCES question DEFERRABLE INITIALLY DEFERRED,
    is_left_out INTEGER NOT NULL CHECK (is_left_out IN (0, 1)),
    reason TEXT NOT NULL,
    auditor_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE team_member (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role IN ('lead', 'auditor', 'trainee', 'observer', 'expert')),
    position TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE plan_slot (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    starts_at TEXT NOT NULL,
    ends_at TEXT,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    place TEXT NOT NULL,
    unit_people INTEGER NOT NULL CHECK (unit_people >= 0),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE note (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    author_id TEXT NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    speaker_role TEXT NOT NULL,
    is_parked INTEGER NOT NULL CHECK (is_parked IN (0, 1)),
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE note_link (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    note_id TEXT NOT NULL REFERENCES note DEFERRABLE INITIALLY DEFERRED,
    question_id TEXT NOT NULL REFERENCES question DEFERRABLE INITIALLY DEFERRED,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE answer (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    question_id TEXT NOT NULL REFERENCES question DEFERRABLE INITIALLY DEFERRED,
    author_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    verdict TEXT CHECK (verdict IN ('fulfilled', 'partly', 'not_fulfilled', 'not_applicable', 'not_asked', 'parked')),
    reason TEXT NOT NULL,
    is_agreed INTEGER NOT NULL CHECK (is_agreed IN (0, 1)),
    basis TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('nonconformity_major', 'nonconformity_minor', 'observation', 'improvement', 'strength')),
    title TEXT NOT NULL,
    requirement TEXT NOT NULL,
    evidence TEXT NOT NULL,
    statement TEXT NOT NULL,
    consequence TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    diverging_opinion TEXT NOT NULL,
    contact_role TEXT NOT NULL,
    may_be_shared INTEGER NOT NULL CHECK (may_be_shared IN (0, 1)),
    is_confidential INTEGER NOT NULL CHECK (is_confidential IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('draft', 'agreed', 'contested')),
    author_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    question_id TEXT REFERENCES question DEFERRABLE INITIALLY DEFERRED,
    repeat_of_id TEXT REFERENCES finding DEFERRABLE INITIALLY DEFERRED,
    merged_into_id TEXT REFERENCES finding DEFERRABLE INITIALLY DEFERRED,
    position TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE finding_note (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    finding_id TEXT NOT NULL REFERENCES finding DEFERRABLE INITIALLY DEFERRED,
    note_id TEXT NOT NULL REFERENCES note DEFERRABLE INITIALLY DEFERRED,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE action (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    finding_id TEXT NOT NULL REFERENCES finding DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    owner TEXT NOT NULL,
    owner_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    due_on TEXT CHECK (due_on IS date(due_on)),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'in_progress', 'implemented', 'closed', 'declined')),
    done_on TEXT CHECK (done_on IS date(done_on)),
    done TEXT NOT NULL,
    effect_check_on TEXT CHECK (effect_check_on IS date(effect_check_on)),
    effect_checked_by TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    is_effective INTEGER CHECK (is_effective IN (0, 1)),
    reply TEXT CHECK (reply IN ('yes', 'later', 'no')),
    reply_reason TEXT NOT NULL,
    remark TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    caption TEXT NOT NULL,
    taken_on TEXT CHECK (taken_on IS date(taken_on)),
    author_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    note_id TEXT REFERENCES note DEFERRABLE INITIALLY DEFERRED,
    finding_id TEXT REFERENCES finding DEFERRABLE INITIALLY DEFERRED,
    question_id TEXT REFERENCES question DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    width INTEGER CHECK (width > 0),
    height INTEGER CHECK (height > 0),
    layer TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE obstacle (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE time_entry (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('auditors', 'unit')),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    people INTEGER NOT NULL CHECK (people >= 0),
    what TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('before', 'day', 'after')),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE opening_check (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    card TEXT NOT NULL,
    is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE participant (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 0),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE document (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    reference TEXT NOT NULL,
    remark TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE sample (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    question_id TEXT NOT NULL REFERENCES question DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    looked_at INTEGER NOT NULL CHECK (looked_at >= 0),
    out_of INTEGER NOT NULL CHECK (out_of >= 0),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE main_message (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    position TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE regrading (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    finding_id TEXT NOT NULL REFERENCES finding DEFERRABLE INITIALLY DEFERRED,
    was TEXT NOT NULL CHECK (was IN ('nonconformity_major', 'nonconformity_minor', 'observation', 'improvement', 'strength')),
    becomes TEXT NOT NULL CHECK (becomes IN ('nonconformity_major', 'nonconformity_minor', 'observation', 'improvement', 'strength')),
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    author_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    was_useful INTEGER CHECK (was_useful BETWEEN 1 AND 5),
    was_fair INTEGER CHECK (was_fair BETWEEN 1 AND 5),
    was_worth_the_time INTEGER CHECK (was_worth_the_time BETWEEN 1 AND 5),
    remark TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE reopening (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    person_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE sign_off (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    what TEXT NOT NULL,
    signature TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE report_issue (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL CHECK (version >= 0),
    form TEXT NOT NULL CHECK (form IN ('full', 'short', 'fact_check', 'masked')),
    language TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
    registration_number TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    changes TEXT NOT NULL,
    given_to TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE ready_text (
    id TEXT NOT NULL PRIMARY KEY,
    place TEXT NOT NULL CHECK (place IN ('method', 'sampling', 'not_asked', 'confidentiality', 'closing')),
    text_sv TEXT NOT NULL,
    text_en TEXT NOT NULL,
    audit_id TEXT REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

CREATE TABLE mask (
    id TEXT NOT NULL PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
    covers TEXT NOT NULL CHECK (covers IN ('finding', 'attachment', 'passage')),
    target_id TEXT NOT NULL,
    passage TEXT NOT NULL,
    reason TEXT NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1))
) STRICT;

-- What can be found by its words: each text once, and the index over them.

CREATE TABLE search_text (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL UNIQUE,
    audit_id TEXT,
    text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    text, content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);

INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE INDEX audit_date ON audit (date);
CREATE INDEX audit_unit ON audit (unit_id, date);
CREATE INDEX audit_state ON audit (state, date);
CREATE INDEX section_checklist ON section (checklist_id);
CREATE INDEX question_section ON question (section_id);
CREATE INDEX audit_question_audit ON audit_question (audit_id);
CREATE INDEX team_member_audit ON team_member (audit_id);
CREATE INDEX plan_slot_audit ON plan_slot (audit_id);
CREATE INDEX note_audit ON note (audit_id, at);
CREATE INDEX note_link_audit ON note_link (audit_id);
CREATE INDEX answer_audit ON answer (audit_id);
CREATE INDEX finding_audit ON finding (audit_id);
CREATE INDEX finding_proposal ON finding (audit_id, id) WHERE type = 'improvement' AND NOT is_deleted;
CREATE INDEX finding_note_audit ON finding_note (audit_id);
CREATE INDEX action_audit ON action (audit_id);
CREATE INDEX action_finding ON action (finding_id);
CREATE INDEX action_due ON action (state, due_on);
CREATE INDEX action_answered ON action (finding_id)
    WHERE NOT is_deleted AND (reply IS NOT NULL OR state IN ('implemented', 'closed', 'declined'));
CREATE INDEX attachment_audit ON attachment (audit_id);
CREATE INDEX obstacle_audit ON obstacle (audit_id);
CREATE INDEX time_entry_audit ON time_entry (audit_id);
CREATE INDEX opening_check_audit ON opening_check (audit_id);
CREATE INDEX participant_audit ON participant (audit_id);
CREATE INDEX document_audit ON document (audit_id);
CREATE INDEX sample_audit ON sample (audit_id);
CREATE INDEX main_message_audit ON main_message (audit_id);
CREATE INDEX regrading_audit ON regrading (audit_id);
CREATE INDEX feedback_audit ON feedback (audit_id);
CREATE INDEX reopening_audit ON reopening (audit_id);
CREATE INDEX sign_off_audit ON sign_off (audit_id);
CREATE INDEX report_issue_audit ON report_issue (audit_id);
CREATE INDEX ready_text_audit ON ready_text (audit_id);
CREATE INDEX mask_audit ON mask (audit_id);
