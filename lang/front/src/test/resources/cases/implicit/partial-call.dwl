[upper($), filter(xs, $ > 1), replace($, "a", $$)]
