["2020-12-31" match /(\d+)-(\d+)-(\d+)/, "ac" match /(a)(b)?(c)/, "xay" match /a/, "a1b2" scan /([a-z])(\d)/, "ab" find /(a)|(b)/, "aaa" find "aa", "xyz" find /q/]
