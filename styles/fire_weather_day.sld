<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>fire_weather_day</Name>
    <UserStyle>
      <Name>fire_weather_day</Name>
      <Title>火险天气指数逐日表</Title>
      <Abstract>Fire weather by day</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Name>fire_weather_day</Name>
          <Title>火险天气指数逐日表</Title>
          <Abstract>Fire weather by day</Abstract>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#E6E2EC</CssParameter>
              <CssParameter name="fill-opacity">0.6</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#8D7F9E</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
              <CssParameter name="stroke-opacity">0.75</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
