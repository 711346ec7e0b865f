<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>difference_zone</Name>
    <UserStyle>
      <Name>difference_zone</Name>
      <Title>情景差异</Title>
      <Abstract>Difference of scenarios</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Name>higher</Name>
          <Title>甲较高</Title>
          <Abstract>A is higher</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>change</ogc:PropertyName><ogc:Literal>higher</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#C8433A</CssParameter>
              <CssParameter name="fill-opacity">0.70</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#8E2A22</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
              <CssParameter name="stroke-opacity">0.80</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>lower</Name>
          <Title>甲较低</Title>
          <Abstract>A is lower</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>change</ogc:PropertyName><ogc:Literal>lower</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#3C78B4</CssParameter>
              <CssParameter name="fill-opacity">0.70</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#255382</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
              <CssParameter name="stroke-opacity">0.80</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
