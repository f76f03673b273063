-- Whoever owns or answered an alert that is there had it in hand; those before them are known by name only, in its steps.
UPDATE alerts SET handled_by = array_remove(ARRAY[owner_id, CASE WHEN answered_by_id IS DISTINCT FROM owner_id THEN answered_by_id END], NULL) WHERE owner_id IS NOT NULL OR answered_by_id IS NOT NULL;
--> statement-breakpoint
-- The back-tests that are there are the first of the list; who ran them stands in the records.
INSERT INTO warning_back_tests (rule_id, version, result, tested_by_id, tested_by_name, tested_at)
SELECT rule_id, version, back_test, '', '', ((back_test ->> 'testedOn')::date + time '12:00') AT TIME ZONE 'Asia/Shanghai' FROM warning_rule_versions WHERE back_test IS NOT NULL;
