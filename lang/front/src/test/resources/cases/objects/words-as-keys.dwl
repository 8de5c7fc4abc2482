{if: 1, var: 2, type: 3, match: 4, not: 5, null: 6, do: 7, output: 8}
