output application/json indent="yes" --- {a: null}
