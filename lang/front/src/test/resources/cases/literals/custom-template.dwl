sql`select * from t where id = $(id) and x = \n $y`
