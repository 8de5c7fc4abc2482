{
  arithmetic: 1 + 2 * 3 - 4 / 2,
  comparison: 1 + 1 == 2 and 3 > 2,
  logic: true or false and false,
  not: not true or true,
  bang: !true or true,
  bangParenthesis: !(true or true),
  defaultIsLooser: null default 0 + 1,
  infixIsLooser: 10 mod 3 + 1,
  coercion: "1" ++ 2 as String,
  minus: -2 * 3,
  selection: -{a: 3}.a,
  isTest: 1 + 1 is Number,
  append: [1] << 2 << 3,
  prepend: 1 >> [2],
  compared: [3 >= 3, 2 >= 3, 2 <= 3, 1 < 2, 3 != 4, "1" ~= 1, "1" == 1]
}
