[5 map $, {a: 1} joinBy ",", [1] joinBy [2]]
