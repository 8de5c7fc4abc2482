[sum([]), max([]), min([]), [] maxBy $, flatten([]), [] groupBy $, [] distinctBy $, unzip([]), [] zip [1], {} mapObject $, {} pluck $, {} filterObject true, [] joinBy ",", [] map $, sizeOf({})]
