[t >> "CET", a << b + 1, 5 <~ {unit: "cm"}]
