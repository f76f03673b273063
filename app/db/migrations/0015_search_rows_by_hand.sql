-- Texts and words lie beside the row, so that the rows themselves are read quickly.
ALTER TABLE "search_entries" SET (toast_tuple_target = 128);
